package dev.headroom.contract.codec;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.LinkedHashMap;
import java.util.Map;

/** A message with each of its fields lost in turn, however deep, by the field's path. */
final class LostFields {

  private LostFields() {}

  static Map<String, Message> of(Message whole) {
    Map<String, Message> all = new LinkedHashMap<>();
    whole
        .getAllFields()
        .forEach(
            (field, value) -> {
              all.put(field.getName(), whole.toBuilder().clearField(field).build());
              inside(whole, field, value, all);
            });
    return all;
  }

  private static void inside(
      Message whole, FieldDescriptor field, Object value, Map<String, Message> all) {
    if (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
      return;
    }
    Message child = (Message) (field.isRepeated() ? whole.getRepeatedField(field, 0) : value);
    of(child)
        .forEach(
            (path, lost) -> {
              Message.Builder copy = whole.toBuilder();
              all.put(
                  field.getName() + "." + path,
                  field.isRepeated()
                      ? copy.setRepeatedField(field, 0, lost).build()
                      : copy.setField(field, lost).build());
            });
  }
}
