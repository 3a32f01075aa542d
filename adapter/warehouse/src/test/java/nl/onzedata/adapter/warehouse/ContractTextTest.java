package nl.onzedata.adapter.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContractTextTest {
  private static final String CONTRACT =
      """
      id: leiden/huishouden
      schema:
        - name: huishouden
          properties:
            - {name: hh_id, logicalType: string, required: true, primaryKey: true}
            - name: woning_id
              logicalType: string
              required: true
              relationships: [{type: foreignKey, to: leiden/woning.woning_id}]
            - name: type
              logicalType: string
              quality: [{rule: validValues, validValues: [paar, eenouder]}]
            - {name: inkomen, logicalType: integer, logicalTypeOptions: {minimum: 0, maximum: 9}}
            - {name: huur, logicalType: number, logicalTypeOptions: {precision: 8, scale: 2}}
      customProperties:
        - {property: subject, value: hh_id}
      """;

  @Test
  void readsKeysReferencesCodesAndRanges() {
    var shape = ContractText.shape(CONTRACT);
    assertThat(shape.name()).isEqualTo("leiden/huishouden");
    assertThat(shape.subject()).contains("hh_id");
    assertThat(shape.keys()).isEqualTo(List.of(List.of("hh_id")));
    assertThat(shape.references())
        .containsExactly(new Shape.Reference("woning_id", "leiden/woning", "woning_id", true));
    assertThat(shape.columns().get(2).codes()).containsExactly("paar", "eenouder");
    assertThat(shape.columns().get(2).nullable()).isTrue();
    assertThat(shape.columns().get(3).least()).isEqualTo(Optional.of("0"));
    assertThat(shape.columns().get(4).sqlType()).isEqualTo("DECIMAL(8,2)");
  }

  @Test
  void tellsEverythingThatIsWrongAtOnce() {
    var bad =
        CONTRACT
            .replace("logicalType: integer", "logicalType: money")
            .replace("primaryKey: true", "primaryKey: false")
            .replace("name: huur", "name: 'Huur!'")
            .replace("leiden/woning.woning_id", "woning");
    assertThatThrownBy(() -> ContractText.shape(bad))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("money")
        .hasMessageContaining("primaryKey")
        .hasMessageContaining("Huur!")
        .hasMessageContaining("'woning'");
  }

  @Test
  void whatIsNoYamlIsRefused() {
    assertThatThrownBy(() -> ContractText.shape("id: ["))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ContractText.shape("")).isInstanceOf(IllegalArgumentException.class);
  }
}
