"""
Methods trace_*: what transactions did, in the shapes of OpenEthereum that indexers read.

    methods   the namespace
    filter    which of many traces a client wants
"""
