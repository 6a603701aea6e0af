"""The node's mouth and ear: JSON-RPC and gRPC."""
