"""
How a replica follows a node without executing its blocks: what travels, and what is believed of it.

    source: ledger --record_at--> Record --encode--> bytes --decode--> Record --verify--> ledger

Pure: what a source says is bytes here, and nothing of it is written before all of it is proven.
docs/adr/0033-replicas.md has the reasons.
"""
