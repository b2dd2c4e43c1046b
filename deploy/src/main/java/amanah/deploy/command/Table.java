package amanah.deploy.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of text in aligned columns. */
final class Table {

  private static final String GAP = "  ";

  private Table() {}

  /** Prints the rows, all of one width; the first is the header. */
  static void print(List<List<String>> rows, PrintWriter out) {
    int[] widths =
        IntStream.range(0, rows.get(0).size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < widths.length; column++) {
        String cell = row.get(column);
        line.append(cell).append(" ".repeat(widths[column] - cell.length())).append(GAP);
      }
      out.println(line.toString().stripTrailing());
    }
  }
}
