"""
Both ends of a bridge for one test: a gateway on anvil, and a Kumiai chain that speaks to it.

    scene.incoming(transfer) -> packet, proof        scene.settled(packet, outcome) -> proof
    scene.send(order) -> packet                      scene.unreceived(packet) -> proof
"""

from dataclasses import replace
from typing import Any

from web3 import Web3

from tests.bridge.anvil import START_S, Anvil
from tests.bridge.kumiai import BRIDGE, CHAIN_ID, Kumiai, set_of
from tests.bridge.packets import (
    COIN,
    ZERO,
    Acknowledgement,
    Packet,
    Transfer,
    acknowledgement_of,
    commitment_of,
    slot_of,
)
from tests.modules.bridge.voucher_artefacts import load as voucher_artefact

PERIOD_S = 10 * 86_400
DELAY_S = 2 * 86_400
REMOTE_ROUTE = 7
ROUTE = 1
NATIVE = Web3.to_checksum_address("0804".rjust(40, "0"))  # Kumiai's coin, as a token
RECEIVER = Web3.to_checksum_address("5a" * 20)
KUMIAI_USER = Web3.to_checksum_address("4b" * 20)
UNIT = 10**18
# capacity, refill per second, minimum, delayed from, delay
LIMITS = (1_000 * UNIT, UNIT, 1_000, 500 * UNIT, 3_600)
GOVERNOR, GUARDIAN, USER, RELAYER = range(4)


class Scene:
    """A gateway with one route, its coin, one token and one voucher."""

    def __init__(self, anvil: Anvil, validators: int = 4) -> None:
        self.anvil, self.validators = anvil, set_of(range(validators))
        self.restart()
        words = (CHAIN_ID, PERIOD_S, *self.kumiai.checkpoint_words())
        self.client = anvil.deploy("LightClient", *words)
        self.maker = anvil.deploy_artefact(voucher_artefact("VoucherMaker"))
        self.code = anvil.deploy("Gateway", self.maker.address)
        begin = self.code.encode_abi("initialise", [anvil.users[GOVERNOR], anvil.users[GUARDIAN]])
        admin = anvil.users[GOVERNOR]
        self.proxy = anvil.deploy("Proxy", self.code.address, admin, DELAY_S, begin)
        self.gateway = anvil.at("Gateway", self.proxy.address)
        self.do = self.gateway.functions
        anvil.send(self.do.openRoute(CHAIN_ID, BRIDGE, REMOTE_ROUTE, self.client.address))
        self.token = self.register(anvil.deploy("Tokens", name="PlainToken"))
        anvil.send(self.do.registerToken(ROUTE, COIN, LIMITS))
        named = (NATIVE, "Kumiai", "KMI", 18)
        anvil.send(self.do.registerVoucher(ROUTE, *named, LIMITS))
        address = anvil.ask(self.do.vouchers(ROUTE, NATIVE))
        self.voucher = anvil.contract(address, voucher_artefact("Voucher")["abi"])
        self.here = (anvil.web3.eth.chain_id, self.gateway.address, ROUTE)
        self.there = (CHAIN_ID, Web3.to_checksum_address(BRIDGE), REMOTE_ROUTE)

    def restart(self) -> None:
        """Begin the Kumiai chain anew, which is the same each time."""
        self.kumiai = Kumiai(self.validators, START_S - 100)
        self.sequence = 0

    def register(self, token: Any) -> Any:
        """Let a token cross the route, and give the user a million of it."""
        anvil = self.anvil
        anvil.send(self.do.registerToken(ROUTE, token.address, LIMITS))
        anvil.send(token.functions.mint(anvil.users[USER], 1_000_000 * UNIT))
        anvil.send(token.functions.approve(self.gateway.address, 2**255), USER)
        return token

    def order(self, **fields: Any) -> tuple[Any, ...]:
        """Return an order of the gateway's: 10 of the token for an hour, unless given otherwise."""
        words = {
            "route": ROUTE,
            "token": self.token.address,
            "receiver": KUMIAI_USER,
            "amount": 10 * UNIT,
            "timeout_s": self.anvil.now_s + 3_600,
            "call_gas": 0,
            "call_data": b"",
            "fee": 0,
        } | fields
        return tuple(words.values())

    def send(self, value_wei: int = 0, **fields: Any) -> Packet:
        """Let the user send, and return the packet that the gateway commits to."""
        receipt = self.anvil.send(self.do.send(self.order(**fields)), USER, value_wei)
        said = self.anvil.events(self.gateway, receipt, "Sent")[0]
        return Packet(said["sequence"], said["timeoutS"], said["payload"])

    def update(self, seconds: int = 1) -> int:
        """Let Kumiai make a block and the client learn of it; returns its height."""
        trusted = self.anvil.ask(self.client.functions.latestHeight())
        block = self.kumiai.block(seconds)
        while self.kumiai.time_ms // 1000 > self.anvil.now_s:
            self.anvil.pass_time(seconds)
        self.anvil.send(self.client.functions.update(trusted, block.commit()), RELAYER)
        return block.height

    def packet(self, transfer: Transfer | bytes, timeout_s: int = 0) -> Packet:
        """Return the next packet that Kumiai sends, of a transfer or of any bytes."""
        self.sequence += 1
        payload = transfer if isinstance(transfer, bytes) else transfer.encoded()
        return Packet(self.sequence, timeout_s or self.anvil.now_s + 3_600, payload)

    def incoming(self, transfer: Transfer | bytes, timeout_s: int = 0) -> tuple[Packet, Any]:
        """Let Kumiai send; returns the packet and the proof of it."""
        packet = self.packet(transfer, timeout_s)
        return packet, self.committed(packet)

    def committed(self, packet: Packet) -> Any:
        """Let Kumiai commit to a packet; returns the proof of that."""
        slot = self.kumiai.commit_packet(self.there, self.here, packet)
        return self.kumiai.proof(self.update(), slot)

    def deliver(self, packet: Packet, proof: Any, gas: int = 5_000_000) -> Acknowledgement:
        """Deliver a packet; returns what the gateway commits to as its outcome."""
        call = self.do.deliver(ROUTE, packet.words(), proof, RECEIVER)
        receipt = self.anvil.send(call, RELAYER, gas=gas)
        return self.outcome(packet, receipt)

    def outcome(self, packet: Packet, receipt: Any) -> Acknowledgement:
        """Return the acknowledgement in a receipt, after comparing it with the committed one."""
        said = self.anvil.events(self.gateway, receipt, "Acknowledged")[0]
        outcome = Acknowledgement(said["success"], said["payee"], said["resultHash"])
        commitment = commitment_of(self.there, self.here, packet)
        stored = self.anvil.ask(self.do.acknowledgements(ROUTE, packet.sequence))
        assert acknowledgement_of(commitment, outcome) == stored
        return outcome

    def settled(self, packet: Packet, outcome: Acknowledgement) -> Any:
        """Let Kumiai acknowledge the gateway's packet; returns the proof of it."""
        commitment = commitment_of(self.here, self.there, packet)
        slot = slot_of(34, REMOTE_ROUTE, packet.sequence)
        self.kumiai.write(slot, acknowledgement_of(commitment, outcome))
        return self.kumiai.proof(self.update(), slot)

    def unreceived(self, packet: Packet, seconds: int = 4_000) -> Any:
        """Let time pass on both chains; returns the proof that Kumiai has not received a packet."""
        slot = slot_of(33, REMOTE_ROUTE, packet.sequence)
        return self.kumiai.proof(self.update(seconds), slot)

    def balance(self, token: Any, account: str) -> int:
        """Return what an account has of a token, or of the coin."""
        if token == COIN:
            return int(
                self.anvil.web3.eth.get_balance(self.anvil.web3.to_checksum_address(account))
            )
        held: int = self.anvil.ask(token.functions.balanceOf(account))
        return held

    def check(self, *tokens: Any) -> None:
        """Check that the gateway has exactly what it owes: escrow, fees and what waits."""
        fees = self.anvil.ask(self.do.feesTotal())
        assert self.balance(COIN, self.gateway.address) == fees + self.held(COIN)
        for token in (self.token, *tokens):
            assert self.balance(token, self.gateway.address) == self.held(token.address)
        supply = self.anvil.ask(self.voucher.functions.totalSupply())
        assert supply == self.outstanding(self.voucher.address)

    def held(self, token: str) -> int:
        """Return what the gateway says to hold of a token."""
        return int(self.anvil.ask(self.do.held(token)))

    def outstanding(self, token: str) -> int:
        """Return what is escrowed or minted of a token on the route."""
        return int(self.anvil.ask(self.do.assets(ROUTE, token))[6])

    def native(self, amount: int, receiver: str = RECEIVER, **fields: Any) -> Transfer:
        """Return a transfer of Kumiai's coin, which is a voucher here."""
        return replace(Transfer(NATIVE, False, KUMIAI_USER, receiver, amount), **fields)

    def returning(self, token: str, amount: int, receiver: str = RECEIVER) -> Transfer:
        """Return a transfer of this chain's token that comes home."""
        return Transfer(token, True, KUMIAI_USER, receiver, amount)

    def message(self, receiver: str, data: bytes = b"hello", gas: int = 100_000) -> Transfer:
        """Return a message alone."""
        return Transfer(ZERO, False, KUMIAI_USER, receiver, 0, gas, data)
