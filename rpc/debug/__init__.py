"""
Methods debug_*: what a block or a transaction is made of, and how it came about.

    traces    debug_traceTransaction, debug_traceCall, debug_traceBlock*
    raw       debug_getRaw*: the encodings that hashes are made of
"""
