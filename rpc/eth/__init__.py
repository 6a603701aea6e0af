"""
The eth namespace, one file a concern.

    chain         chain id, head, syncing      transactions  send, by hash, by place, receipts
    accounts      balance, nonce, code, proof  calls         call, estimate, access list
    fees          prices and their history     events        logs, filters, subscriptions
    blocks        blocks by number and hash
"""
