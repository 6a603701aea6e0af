"""How a native module is declared."""
