"""Messages and stubs of the gRPC services that the client streams from, written by protoc."""
