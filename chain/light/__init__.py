"""
What proves a header of this chain to somebody who trusts an older one, without executing anything.

    trusted LightBlock --verifier--> newer LightBlock        bytes --codec--> LightBlock

Pure: integers, the time handed in, no files and no network; so it is ground, and the light client
of a node, block sync and the bridge of another chain believe the same. Who fetches, skips ahead,
asks witnesses and keeps what was verified is above it. docs/adr/0025-light-verifier-is-ground.md.
"""
