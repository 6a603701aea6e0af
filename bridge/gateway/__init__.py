"""
The bridge's end on an EVM chain: Solidity contracts and what the compiler makes of them.

    Gateway.sol behind Proxy.sol: packets and money      LightClient.sol: Kumiai's headers
"""
