"""The only folder that imports py-evm."""
