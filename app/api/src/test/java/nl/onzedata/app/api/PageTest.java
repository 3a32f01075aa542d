package nl.onzedata.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageTest {
  private static Page<Integer> page(int number, int size, int all) {
    var list = IntStream.range(0, all).boxed().toList();
    return Page.of(new Page.Asked(number, size, "/list", ""), list, UnaryOperator.identity());
  }

  @Test
  void thePagesTogetherAreTheList() {
    for (int all = 0; all < 12; all++) {
      for (int size = 1; size < 6; size++) {
        var together = new ArrayList<Integer>();
        int number = 1;
        var page = page(number, size, all);
        together.addAll(page.items());
        while (page.next().isPresent()) {
          page = page(++number, size, all);
          together.addAll(page.items());
        }
        assertThat(together).isEqualTo(IntStream.range(0, all).boxed().toList());
      }
    }
  }

  @Test
  void aPageFarBeyondTheEndIsEmpty() {
    var page = page(1_000_000, 200, 3);
    assertThat(page.items()).isEqualTo(List.of());
    assertThat(page.total()).isEqualTo(3);
    assertThat(page.next()).isEmpty();
  }
}
