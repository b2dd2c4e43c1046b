package amanah.protocol;

/** A message that may cross from one node to another; serialized as CBOR by its fields' names. */
public interface WireMessage {}
