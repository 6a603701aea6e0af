"""
Light client: follow the chain from one trusted hash, without executing anything.

    Provider --LightBlock--> chain.light --trace--> detector (witnesses) --> TrustedStore

`chain.light` says what follows from what is trusted. `client` fetches, skips ahead and keeps what
it verified; `detector` asks others and turns a fork into evidence. Why it is safe:
docs/adr/0013-light-blocks.md.
"""
