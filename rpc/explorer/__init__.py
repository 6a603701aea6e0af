"""The block explorer: pages of `explorer/`, built into `pages/` here and served beside JSON-RPC."""
