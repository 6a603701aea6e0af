"""`kumiai top`: a node, live, in a terminal; read only, by JSON-RPC and the metrics' page alone."""
