package nl.onzedata.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Holds the document against the code.
class OpenApiTest {
  private static final List<Class<?>> PARTS =
      List.of(
          ProjectApi.class,
          ConversationApi.class,
          RoundApi.class,
          MandateApi.class,
          ReleaseApi.class,
          LogApi.class,
          OpenApi.class);

  private final Described document = Described.ours();

  private static Map<String, Method> mappings() {
    var mappings = new TreeMap<String, Method>();
    for (var part : PARTS) {
      for (var method : part.getDeclaredMethods()) {
        var get = method.getAnnotation(GetMapping.class);
        var post = method.getAnnotation(PostMapping.class);
        if (get != null) {
          mappings.put("get " + get.path()[0], method);
        }
        if (post != null) {
          mappings.put("post " + post.path()[0], method);
        }
      }
    }
    return mappings;
  }

  @Test
  void everyMappingIsDescribedAndNothingElse() {
    var described = new TreeSet<String>();
    document.operations().forEach((name, operation) -> described.add(name));
    assertThat(described)
        .isEqualTo(
            new TreeSet<>(
                mappings().keySet().stream().map(name -> name.replace(" /api/v1", " ")).toList()));
  }

  @Test
  void everyPathVariableIsDescribed() {
    mappings()
        .forEach(
            (name, method) -> {
              var inCode =
                  Arrays.stream(method.getParameters())
                      .filter(parameter -> parameter.isAnnotationPresent(PathVariable.class))
                      .map(Parameter::getName)
                      .toList();
              var operation = document.operations().get(name.replace(" /api/v1", " "));
              assertThat(document.parameters(operation, "path"))
                  .as(name)
                  .containsExactlyInAnyOrderElementsOf(inCode);
            });
  }

  @Test
  void everyRecordHasASchemaWithItsPartsInTheirOrder() {
    var records =
        Stream.concat(
                Arrays.stream(View.class.getDeclaredClasses()),
                Stream.of(Problem.class, Problem.Fault.class))
            .toList();
    assertThat(records).hasSizeGreaterThan(20);
    for (var record : records) {
      var schema = document.schema(record.getSimpleName());
      assertThat(List.<Object>copyOf(Described.map(schema.get("properties")).keySet()))
          .as(record.getSimpleName())
          .containsExactlyElementsOf(names(record, part -> true));
      assertThat(Described.list(schema.get("required")))
          .as("required of " + record.getSimpleName())
          .isEqualTo(
              names(
                  record,
                  part -> part.getType() != Optional.class && !part.getName().equals("errors")));
    }
  }

  private static List<Object> names(Class<?> record, Predicate<RecordComponent> which) {
    return Arrays.stream(record.getRecordComponents())
        .filter(which)
        .map(part -> (Object) part.getName())
        .toList();
  }

  @Test
  void aPagesPartsAreThoseOfTheRecord() {
    var parts = names(Page.class, part -> true);
    document.schemas().keySet().stream()
        .filter(name -> name.endsWith("Page"))
        .forEach(
            name ->
                assertThat(
                        List.<Object>copyOf(
                            Described.map(document.schema(name).get("properties")).keySet()))
                    .as(name)
                    .containsExactlyElementsOf(parts));
  }

  @Test
  void theVersionIsThatOfTheHeader() {
    assertThat(Described.map(document.root().get("info")).get("version"))
        .isEqualTo(ApiFilter.VERSION);
  }
}
