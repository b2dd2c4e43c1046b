package amanah.http;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpObject;
import com.linecorp.armeria.common.HttpRequest;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * A body that is counted as it comes, and broken off when it is too much. Armeria's own ways to
 * look at a body see nothing before all of it is there, when it is to be collected.
 */
final class CountedBody implements Publisher<HttpObject> {

  private final HttpRequest request;
  private final LongFunction<@Nullable Problem> counting;

  private CountedBody(HttpRequest request, LongFunction<@Nullable Problem> counting) {
    this.request = request;
    this.counting = counting;
  }

  /**
   * The same request.
   *
   * @param counting is told how many bytes more have come, and says if they are too many
   */
  static HttpRequest of(HttpRequest request, LongFunction<@Nullable Problem> counting) {
    return HttpRequest.of(request.headers(), new CountedBody(request, counting));
  }

  @Override
  public void subscribe(Subscriber<? super HttpObject> reader) {
    request.subscribe(new Counting(reader));
  }

  private final class Counting implements Subscriber<HttpObject> {

    private final Subscriber<? super HttpObject> reader;
    private @Nullable Subscription subscription;
    private boolean broken;

    Counting(Subscriber<? super HttpObject> reader) {
      this.reader = reader;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
      this.subscription = subscription;
      reader.onSubscribe(subscription);
    }

    @Override
    public void onNext(HttpObject part) {
      if (broken) {
        return;
      }
      Problem tooMuch = part instanceof HttpData data ? counting.apply(data.length()) : null;
      if (tooMuch == null) {
        reader.onNext(part);
      } else {
        breakOff(tooMuch);
      }
    }

    private void breakOff(Problem tooMuch) {
      broken = true;
      if (subscription != null) {
        subscription.cancel();
      }
      reader.onError(new BadRequest(tooMuch));
    }

    @Override
    public void onError(Throwable failure) {
      if (!broken) {
        reader.onError(failure);
      }
    }

    @Override
    public void onComplete() {
      if (!broken) {
        reader.onComplete();
      }
    }
  }
}
