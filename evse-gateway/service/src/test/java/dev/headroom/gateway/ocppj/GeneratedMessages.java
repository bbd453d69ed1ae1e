package dev.headroom.gateway.ocppj;

import dev.headroom.gateway.core.rpc.Action;
import dev.headroom.gateway.core.rpc.OcppVersion;
import dev.headroom.gateway.core.rpc.Request;
import dev.headroom.gateway.core.rpc.Response;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;

/** Messages of one version with whatever their records can hold, small numbers first. */
final class GeneratedMessages {

  /** Words that mean something somewhere. */
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "measurand", List.of("Current.Import", "Energy.Active.Import.Register", "SoC"),
          "value", List.of("6", "10.5", "-1", "NaN", "33"),
          "attributeValue", List.of("1", "3", "A,W", "W", "many"),
          "attributeStatus", List.of("Accepted", "Rejected"),
          "recurrencyKind", List.of("Daily"),
          "phase", List.of("L1", "L2", "N"),
          "unit", List.of("A", "Wh", "kWh", "V"),
          "context", List.of("Sample.Periodic", "Transaction.End"));

  private final OcppVersion version;
  private final Random random;
  private final Instant now;

  GeneratedMessages(OcppVersion version, Random random, Instant now) {
    this.version = version;
    this.random = random;
    this.now = now;
  }

  List<Action> actions() {
    return switch (version) {
      case OCPP_1_6 -> Arrays.<Action>asList(dev.headroom.gateway.core.ocpp16.Action.values());
      case OCPP_2_0_1 -> Arrays.<Action>asList(dev.headroom.gateway.core.ocpp201.Action.values());
    };
  }

  Request request(Action action) {
    return (Request) record(action.request());
  }

  Response response(Action action) {
    return (Response) record(action.response());
  }

  private Object record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values =
        Stream.of(components)
            .map(component -> value(component.getGenericType(), component.getName()))
            .toArray();
    Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException failed) {
      throw new IllegalStateException(type + " of " + Arrays.toString(values), failed);
    }
  }

  private Object value(Type type, String name) {
    if (type instanceof ParameterizedType generic) {
      Type inner = generic.getActualTypeArguments()[0];
      if (generic.getRawType() == List.class) {
        return Stream.generate(() -> value(inner, name)).limit(1 + random.nextInt(2)).toList();
      }
      boolean absent = inner == Object.class || random.nextBoolean();
      return absent ? Optional.empty() : Optional.of(value(inner, name));
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return record(plain);
    }
    if (plain.isEnum()) {
      return plain.getEnumConstants()[random.nextInt(plain.getEnumConstants().length)];
    }
    return scalar(plain, name);
  }

  private Object scalar(Class<?> type, String name) {
    int number = name.equals("startPeriod") ? 0 : random.nextInt(4);
    return switch (type.getSimpleName()) {
      case "int", "Integer" -> number;
      case "OptionalInt" -> random.nextBoolean() ? OptionalInt.of(number) : OptionalInt.empty();
      case "boolean", "Boolean" -> random.nextBoolean();
      case "BigDecimal" -> BigDecimal.valueOf(random.nextInt(400), 1);
      case "Instant" -> now.minusSeconds(random.nextInt(5) == 0 ? 4000 : 0);
      case "String" -> word(name, number);
      case "Object" -> Map.of("anything", number);
      default -> throw new IllegalStateException(type + " " + name);
    };
  }

  private String word(String name, int number) {
    List<String> words = WORDS.getOrDefault(name, List.of(Integer.toString(number)));
    return words.get(random.nextInt(words.size()));
  }
}
