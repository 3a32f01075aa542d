package nl.onzedata.app.web.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.onzedata.app.web.Frame;
import nl.onzedata.app.web.lab.Series.Point;
import nl.onzedata.core.words.Words;
import nl.onzedata.lineage.Lineage;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class PicturesTest {
  private static final Words DUTCH = Frame.words("nl");
  private static final Numbers SHARE = new Numbers(DUTCH, Optional.of("%"));
  private static final Numbers COUNT = new Numbers(Frame.words("en"), Optional.of("trees"));

  @Test
  void aSmallFigureThatIsNoShareDoesNotLookLikeZero() {
    var plain = new Numbers(DUTCH, Optional.empty());
    assertThat(plain.plain(new java.math.BigDecimal("0.045"))).isEqualTo("0,045");
    assertThat(plain.plain(new java.math.BigDecimal("-0.100"))).isEqualTo("-0,1");
    assertThat(plain.plain(new java.math.BigDecimal("12.345"))).isEqualTo("12,3");
    assertThat(SHARE.plain(new java.math.BigDecimal("7.346"))).isEqualTo("7,3");
    assertThat(plain.isRounded(new java.math.BigDecimal("0.045"))).isFalse();
    assertThat(SHARE.isRounded(new java.math.BigDecimal("7.346"))).isTrue();
  }

  @Test
  void figuresAreSaidAsPeopleSayThem() {
    assertThat(SHARE.inWords(new BigDecimal("41.25"))).isEqualTo("41 van de 100");
    assertThat(SHARE.inWords(new BigDecimal("0.3"))).isEqualTo("minder dan 1 van de 100");
    assertThat(SHARE.inWords(BigDecimal.ZERO)).isEqualTo("0 van de 100");
    assertThat(SHARE.inShort(new BigDecimal("41.25"))).isEqualTo("41,3%");
    assertThat(COUNT.inWords(new BigDecimal("7200"))).isEqualTo("7,200 trees");
  }

  @Test
  void theFindingNamesBothEndsWithTheirFigures() {
    assertThat(Finding.of(series(shown("Merenwijk", "41"), shown("Mors", "18.2")), SHARE))
        .isEqualTo("Het hoogst: Merenwijk, 41 van de 100. Het laagst: Mors, 18 van de 100.");
  }

  @Test
  void theFindingSaysWhenItOnlyKnowsWhatIsShown() {
    assertThat(
            Finding.of(series(shown("Merenwijk", "41"), shown("Mors", "18"), hidden("X")), SHARE))
        .startsWith("Van wat wij tonen het hoogst: Merenwijk");
    assertThat(Finding.of(series(hidden("X")), SHARE))
        .isEqualTo("Geen van deze cijfers kunnen wij tonen.");
  }

  @Test
  void equalFiguresShareTheirPlaceInTheFinding() {
    assertThat(Finding.of(series(shown("B", "5"), shown("A", "5"), shown("C", "1")), SHARE))
        .startsWith("Het hoogst: A, B, 5 van de 100");
    assertThat(Finding.of(series(shown("A", "5"), shown("B", "5.0")), SHARE))
        .isEqualTo("Overal evenveel: 5 van de 100.");
  }

  @Test
  void everyAxisBeginsAtZeroEndsAfterTheLastFigureAndHasAFewRoundSteps() {
    var random = new Random(7);
    for (int i = 0; i < 500; i++) {
      var most = new BigDecimal(random.nextInt(1, 1_000_000)).movePointLeft(random.nextInt(6));
      var axis = series(shown("A", most.toPlainString()), shown("B", "0")).axis();
      assertThat(axis.end()).as("%s", most).isGreaterThanOrEqualTo(most);
      assertThat(axis.percent(BigDecimal.ZERO)).isZero();
      var steps = axis.end().divide(axis.step());
      assertThat(steps).isBetween(BigDecimal.valueOf(1), BigDecimal.valueOf(5));
      assertThat(axis.step().stripTrailingZeros().unscaledValue().intValue()).isIn(1, 2, 25, 5);
    }
  }

  @Test
  void theLengthOfABarIsInProportionToItsFigure() throws Exception {
    var svg = BarChart.svg("b", "x", series(shown("A", "40"), shown("B", "10")), SHARE);
    var bars = rects(svg, "bar");
    assertThat(width(bars.get(0))).isEqualTo(4 * width(bars.get(1)));
  }

  @Test
  void aHiddenFigureIsHatchedAndSaysSoWhateverItWouldHaveBeen() throws Exception {
    var svg = BarChart.svg("b", "x", series(shown("A", "40"), hidden("B")), SHARE);
    assertThat(rects(svg, "bar")).hasSize(1);
    assertThat(rects(svg, "hidden"))
        .singleElement()
        .satisfies(r -> assertThat(width(r)).isEqualTo(100));
    assertThat(texts(svg)).contains("niet getoond");
    var map = DistrictMap.svg("m", "x", series(shown("Mors", "40"), hidden("Boerhaave")), SHARE);
    assertThat(rects(map, "hidden")).hasSize(1);
    assertThat(texts(map)).contains("niet getoond", "40%");
  }

  @Test
  void everyDistrictOfLeidenHasItsOwnPlaceOnTheMap() {
    var tiles =
        Tiles.of(
            List.of(
                "Binnenstad-Zuid",
                "Binnenstad-Noord",
                "Stationsdistrict",
                "Leiden-Noord",
                "Roodenburg",
                "Bos- en Gasthuis",
                "Mors",
                "Boerhaave",
                "Merenwijk",
                "Stevenshof"));
    assertThat(tiles.isMap()).isTrue();
    assertThat(tiles.tiles()).hasSize(10);
    assertThat(tiles.tiles().values().stream().map(t -> t.column() + "," + t.row()).distinct())
        .hasSize(10);
  }

  @Test
  void regionsWithoutAMapStandInAGridThatClaimsNothing() throws Exception {
    var names = List.of("Noord", "Zuid", "Oost", "West");
    var tiles = Tiles.of(names);
    assertThat(tiles.isMap()).isFalse();
    assertThat(tiles.tiles().keySet()).containsExactlyInAnyOrderElementsOf(names);
    assertThat(tiles.rows()).isEqualTo(2);
    var svg = DistrictMap.svg("m", "x", series(shown("Noord", "1"), shown("Zuid", "2")), COUNT);
    assertThat(texts(svg)).contains("Noord", "1", "Zuid", "2");
  }

  @Test
  void theLegendNamesTheShadesThatTheMapHasAndNoOthers() {
    assertThat(DistrictMap.legend(series(shown("A", "40"), shown("B", "1")), SHARE))
        .extracting(DistrictMap.Shade::shade)
        .containsExactly(1, 4);
  }

  @Test
  void whatPeopleTypedCannotBecomeMarkup() throws Exception {
    var evil = "<script>alert('x')</script>\"&";
    var bars = BarChart.svg("b", evil, series(shown(evil, "40")), SHARE);
    var map = DistrictMap.svg("m", evil, series(shown(evil, "40")), SHARE);
    for (var svg : List.of(bars, map)) {
      assertThat(svg).doesNotContain("<script");
      assertThat(root(svg).getAttribute("aria-label")).isEqualTo(evil);
    }
    assertThat(texts(bars)).contains(evil);
  }

  @Test
  void theFlowTellsWhatGoesInFromWhatOnlyInfluences() throws Exception {
    var lineage =
        new Lineage(
            Map.of(
                "n",
                new Lineage.Output(
                    Map.of("leiden.woning.oppervlakte", Lineage.Flow.AGGREGATION),
                    Map.of("leiden.woning.huur", Set.of(Lineage.Influence.FILTER)))),
            Map.of("leiden.woning.wijk", Set.of(Lineage.Influence.GROUP_BY)),
            Set.of("leiden.woning"));
    var flow = Flow.of(lineage, List.of("n"), 2, DUTCH);
    assertThat(flow.inputs(true)).extracting(Flow.Input::name).containsExactly("oppervlakte");
    assertThat(flow.inputs(false)).extracting(Flow.Input::name).contains("huur", "wijk");
    var svg = flow.svg("f", DUTCH);
    assertThat(texts(svg)).contains("oppervlakte", "wijk", "vraag", "N");
    assertThat(lines(svg, "influence")).hasSize(flow.inputs(false).size());
    assertThat(rects(svg, "hidden")).hasSize(1);
  }

  private static Series series(Point... points) {
    return new Series(List.of(points));
  }

  private static Point shown(String name, String figure) {
    return new Point(0, name, Optional.of(new BigDecimal(figure)), false);
  }

  private static Point hidden(String name) {
    return new Point(0, name, Optional.empty(), true);
  }

  private static Element root(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)))
        .getDocumentElement();
  }

  private static List<Element> all(String svg, String tag) throws Exception {
    var found = root(svg).getElementsByTagName(tag);
    var elements = new ArrayList<Element>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static List<Element> rects(String svg, String classed) throws Exception {
    return all(svg, "rect").stream().filter(e -> e.getAttribute("class").equals(classed)).toList();
  }

  private static List<Element> lines(String svg, String classed) throws Exception {
    return all(svg, "line").stream().filter(e -> e.getAttribute("class").equals(classed)).toList();
  }

  private static List<String> texts(String svg) throws Exception {
    return all(svg, "text").stream().map(Element::getTextContent).toList();
  }

  private static double width(Element rect) {
    return Double.parseDouble(rect.getAttribute("width").replace("%", ""));
  }
}
