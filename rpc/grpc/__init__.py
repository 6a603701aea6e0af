"""gRPC: queries of every module, transactions, blocks and events, with health and reflection."""
