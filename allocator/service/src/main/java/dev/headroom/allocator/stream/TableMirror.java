package dev.headroom.allocator.stream;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps a read-only store true to its topic: the bytes as they are, poison included. */
final class TableMirror implements Processor<Bytes, byte[], Void, Void> {

  private final String storeName;
  private KeyValueStore<Bytes, byte[]> store;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
  TableMirror(String storeName) {
    this.storeName = storeName;
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    store = context.getStateStore(storeName);
  }

  @Override
  public void process(Record<Bytes, byte[]> record) {
    if (record.key() != null) {
      store.put(record.key(), record.value());
    }
  }
}
