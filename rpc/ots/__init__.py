"""
Methods ots_* and erigon_*: what the block explorer Otterscan asks of a node.

    blocks         a block at a glance, and its transactions page by page
    search         the transactions of an account, page by page; who made a contract
    transactions   what one transaction did inside
"""
