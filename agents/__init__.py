"""Programs that take part in the markets: they speak to a node as any client does."""
