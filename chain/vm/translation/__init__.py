"""Bytecode translated into Python functions, a trace at a time."""
