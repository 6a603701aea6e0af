"""
An EVM chain with a gateway whose other end is a real Kumiai chain, and whoever looks at both.

    Land (devnet) <--route--> Mainland (anvil)      witness: an attester of the devnet's validator
"""

from pathlib import Path
from typing import Any

from web3 import Web3

from bridge.account import Account
from bridge.attester import Attester, Duty
from bridge.attester_state import AttesterState
from bridge.endpoint import Endpoint
from bridge.ends.ethereum import Ethereum, header_bytes
from bridge.ends.evm import EvmEnd
from bridge.ends.kumiai import KumiaiEnd
from bridge.refusals import name_of
from chain.types.primitives import Address
from tests.bridge.anvil import Anvil
from tests.bridge.devnets import (
    ATTESTED,
    BRIDGE,
    COIN,
    LIMITS,
    NATIVE,
    ROUTE,
    VALIDATOR,
    ZERO,
    Land,
    wallet,
)
from tests.e2e.devnet import wait_until
from tests.modules.bridge.voucher_artefacts import load as voucher_artefact

PERIOD_S, DELAY_S = 10 * 86_400, 2 * 86_400
GATEWAY_LIMITS = (1_000 * COIN, COIN, 1_000, 500 * COIN, 3_600)
GOVERNOR, GUARDIAN, USER = range(3)
CLIENT = 1
BOND_WEI = 100 * COIN
CLOCK = ("--block-time", "1", "--mixed-mining", "--slots-in-an-epoch", "1")  # anvil's own


class Mainland:
    """The gateway on anvil."""

    def __init__(self, anvil: Anvil, land: Land) -> None:
        self.anvil, self.land = anvil, land
        self.url = f"http://127.0.0.1:{anvil.port}"
        self.chain_id: int = anvil.web3.eth.chain_id
        client = anvil.deploy("LightClient", land.chain_id, PERIOD_S, *checkpoint(land))
        maker = anvil.deploy_artefact(voucher_artefact("VoucherMaker"))
        code = anvil.deploy("Gateway", maker.address)
        begin = code.encode_abi("initialise", [anvil.users[GOVERNOR], anvil.users[GUARDIAN]])
        proxy = anvil.deploy("Proxy", code.address, anvil.users[GOVERNOR], DELAY_S, begin)
        self.gateway = anvil.at("Gateway", proxy.address)
        self.do = self.gateway.functions
        anvil.send(self.do.openRoute(land.chain_id, BRIDGE, ROUTE, client.address))
        coin = (NATIVE, "Kumiai", "KUM", 18)
        anvil.send(self.do.registerVoucher(ROUTE, *coin, GATEWAY_LIMITS))
        address = anvil.ask(self.do.vouchers(ROUTE, NATIVE))
        self.voucher = anvil.contract(address, voucher_artefact("Voucher")["abi"])

    def end(self, key: int | None = None) -> EvmEnd:
        """Return this chain's end of the route, with a key where it shall submit."""
        endpoint = Endpoint(self.url)
        secret = None if key is None else bytes(wallet(key).key)
        account = None if secret is None else Account(endpoint, secret, name_of)
        return EvmEnd(endpoint, Address(bytes.fromhex(self.gateway.address[2:])), ROUTE, account)

    def transfer(self, index: int, amount: int, receiver: str, timeout_s: int) -> int:
        """Send vouchers home; return the packet's number."""
        order = (ROUTE, self.voucher.address, receiver, amount, timeout_s, 0, b"", 1_000)
        receipt = self.anvil.send(self.do.send(order), index, 1_000)
        return int(self.anvil.events(self.gateway, receipt, "Sent")[0]["sequence"])

    def is_under_way(self, sequence: int) -> bool:
        """Whether a packet of the gateway's has not ended."""
        return any(self.anvil.ask(self.do.commitments(ROUTE, sequence)))


def checkpoint(land: Land) -> tuple[Any, ...]:
    """Return height, hash, next validators' hash and time of a Kumiai chain's newest block."""
    block = land.web3.eth.get_block("latest")
    return block["number"], block["hash"], block["extraData"], block["timestamp"] * 1_000


def join(land: Land, main: Mainland) -> None:
    """Have the Kumiai chain vote for its end, and its validator bond as an attester."""
    web3, do = main.anvil.web3, land.bridge.functions
    block = web3.provider.make_request("eth_getBlockByNumber", ["finalized", False])["result"]
    raw = header_bytes(block)
    assert Web3.keccak(raw).hex() == block["hash"].removeprefix("0x")
    land.propose(do.createClient(ATTESTED, main.chain_id, 100_000, 0, raw))
    wait_until(lambda: land.succeeds(do.client(CLIENT)))
    land.propose(do.openRoute(CLIENT, (main.chain_id, main.gateway.address, ROUTE)))
    wait_until(lambda: do.routesOpened().call() == ROUTE)
    land.propose(do.registerAsset(ROUTE, (NATIVE, True, ZERO, "Kumiai", "KUM", 18), LIMITS))
    for voter in land.voters:
        land.send(voter, do.bondAttester(), BOND_WEI)
    wait_until(lambda: len(do.assetTokens(ROUTE, 0, 9).call()) == 1)


def witness(
    land: Land, urls: list[str], home: Path, quorum: int | None = None
) -> tuple[Attester, list[Endpoint]]:
    """Return an attester of the devnet's validator over these sources, and what to close."""
    validator = Address(bytes.fromhex(wallet(VALIDATOR).address[2:]))
    key = bytes(wallet(VALIDATOR).key)
    endpoint = Endpoint(land.url)
    sources = [Endpoint(url) for url in urls]
    state = AttesterState.create(home / "attester.json", land.chain_id, validator)
    attester = Attester(
        KumiaiEnd(endpoint, 0, Account(endpoint, key, name_of)),
        [Ethereum(source) for source in sources],
        Duty(validator, key, CLIENT, 1),
        state,
        quorum,
    )
    return attester, [endpoint, *sources]
