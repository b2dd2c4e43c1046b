package amanah.zakat.journal;

import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.zakat.domain.wealth.Asset;
import amanah.zakat.domain.wealth.AssetType;
import amanah.zakat.domain.wealth.LoneAsset;
import amanah.zakat.domain.wealth.MonetaryAsset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Assets as a list of maps within an event: the type, then what the type has. */
final class AssetFields {

  static final String TYPE = "type";

  private AssetFields() {}

  static void write(String name, List<Asset> assets, EventWriter writer) throws IOException {
    writer.startList(name, assets.size());
    for (Asset asset : assets) {
      writer.startMap();
      writer.text(TYPE, WealthWords.ASSET_TYPE.word(asset.type()));
      switch (asset) {
        case MonetaryAsset monetary -> MonetaryFields.write(monetary, writer);
        case LoneAsset lone -> LoneFields.write(lone, writer);
      }
      writer.endMap();
    }
    writer.endList();
  }

  static List<Asset> read(String name, EventReader reader) throws IOException {
    List<Asset> assets = new ArrayList<>();
    reader.startList(name);
    while (reader.nextMap(name)) {
      TextMap map = TextMap.entered(reader);
      assets.add(map.whole(read(map)));
    }
    return assets;
  }

  private static Asset read(TextMap map) {
    AssetType type = map.value(TYPE, WealthWords.ASSET_TYPE::constant);
    return switch (type) {
      case CASH, GOLD, SILVER, BUSINESS, RECEIVABLE, SHARES, PENSION, CRYPTO ->
          MonetaryFields.read(type, map);
      case INCOME, CROPS, RIKAZ, MINE, SHEEP, CATTLE, CAMELS, FITR -> LoneFields.read(type, map);
    };
  }
}
