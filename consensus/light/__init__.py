"""
Light client: follow the chain from one trusted hash, without executing anything.

    Provider --LightBlock--> verifier --trace--> detector (witnesses) --> TrustedStore

`verifier` is pure: integers, the time handed in, no files and no network, so that block sync and
the bridge use it as it is. `client` fetches, skips ahead and keeps what it verified; `detector`
asks others and turns a fork into evidence. Why it is safe: docs/adr/0013-light-blocks.md.
"""
