"""The voucher's own code in the real machine: an ERC-20 that its bridge alone makes and burns."""

from typing import Any

import pytest
from eth_abi import decode, encode
from eth_account import Account as Signer
from eth_utils import function_signature_to_4byte_selector as selector_of
from eth_utils import keccak
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from chain.types.primitives import Address
from chain.vm.call import CallMessage, CallResult, call_in_world
from chain.vm.precompile import WorldHost
from chain.vm.world import World
from modules.bridge.voucher_code import VOUCHER_CODE
from tests.chain.vm.ground import MACHINE, DictReader, make_environment
from tests.modules.bridge.voucher_artefacts import NAMES, build, load, path_of

BRIDGE = Address(b"\xb0" * 20)
STRANGER = Address(b"\x5a" * 20)
PLACE = Address(b"\x70" * 20)
ZERO = Address(bytes(20))
KEYS = [bytes([number]) * 32 for number in (1, 2, 3)]
ALICE, BOB, CAROL = (Address(bytes.fromhex(Signer.from_key(key).address[2:])) for key in KEYS)
UNLIMITED = 2**256 - 1
ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
ENVIRONMENT = make_environment()  # at second 1,000
NAME, SYMBOL, DECIMALS = "Ether of far away", "fETH", 18
PERMIT = "permit(address,address,uint256,uint256,uint8,bytes32,bytes32)"


class Town:
    """A world with one voucher in it."""

    def __init__(self) -> None:
        self.world = World(DictReader())
        self.world.enter_block(ENVIRONMENT)
        self.voucher, self.maker = PLACE, ZERO

    def send(self, sender: bytes, to: bytes, signature: str, *values: Any) -> CallResult:
        """Call a function in the world; what it wrote stays."""
        kinds = signature[signature.index("(") + 1 : -1]
        data = selector_of(signature) + encode(kinds.split(",") if kinds else [], values)
        message = CallMessage(sender=Address(sender), to=Address(to), data=data)
        return call_in_world(self.world, message, ENVIRONMENT, MACHINE)

    def does(self, sender: bytes, signature: str, *values: Any) -> CallResult:
        """Call the voucher; it must succeed."""
        result = self.send(sender, self.voucher, signature, *values)
        assert result.error is None, (result.error, result.output.hex())
        return result

    def refuses(self, error: str, arguments: tuple, sender: bytes, signature: str, *values: Any):
        """Call the voucher; it must refuse with exactly this custom error."""
        result = self.send(sender, self.voucher, signature, *values)
        kinds = error[error.index("(") + 1 : -1]
        expected = selector_of(error) + encode(kinds.split(",") if kinds else [], arguments)
        assert (True, expected) == (result.is_revert, result.output)

    def ask(self, kinds: str, signature: str, *values: Any) -> Any:
        """Ask the voucher; returns one value, or several."""
        found = decode(kinds.split(","), self.does(STRANGER, signature, *values).output)
        return found[0] if len(found) == 1 else found

    def balance(self, who: bytes) -> int:
        """How many vouchers an account holds."""
        return self.ask("uint256", "balanceOf(address)", who)


def placed() -> Town:
    """A voucher placed without running any code, as a module does."""
    town = Town()
    WorldHost(town.world, {}).place_code(PLACE, VOUCHER_CODE)
    town.does(BRIDGE, "initialize(string,string,uint8)", NAME, SYMBOL, DECIMALS)
    return town


def made() -> Town:
    """A voucher deployed by CREATE2, as a gateway has it made."""
    town = Town()
    code = bytes.fromhex(load("VoucherMaker")["bytecode"][2:])
    maker = call_in_world(town.world, CallMessage(data=code), ENVIRONMENT, MACHINE)
    assert maker.error is None and maker.contract_address is not None
    town.maker = maker.contract_address
    make = "make(uint64,address,string,string,uint8)"
    result = town.send(BRIDGE, town.maker, make, 3, CAROL, NAME, SYMBOL, DECIMALS)
    town.voucher = Address(bytes.fromhex(decode(["address"], result.output)[0][2:]))
    return town


@pytest.fixture(params=[placed, made])
def town(request) -> Town:
    """A voucher that came to be in either way."""
    return request.param()


def logs_of(result: CallResult) -> list[tuple[bytes, ...]]:
    """What was logged: topics, then data."""
    return [(*log.topics, log.data) for log in result.logs]


def word(value: bytes | int) -> bytes:
    """A word of an address or a number."""
    return value.to_bytes(32, "big") if isinstance(value, int) else value.rjust(32, b"\0")


TRANSFER, APPROVAL = (
    keccak(text=f"{name}(address,address,uint256)") for name in ("Transfer", "Approval")
)


@pytest.mark.npm
def test_the_artefacts_are_what_the_sources_compile_to():
    """solc makes the checked-in ABI and code out of the sources, to the byte."""
    remedy = "python -m tests.modules.bridge.voucher_artefacts"
    for name, text in build().items():
        assert path_of(name).read_text() == text, f"{name}: {remedy}"
    assert {f"{name}.json" for name in NAMES} == {
        path.name for path in path_of("Voucher").parent.glob("*.json")
    }


def test_both_ends_run_the_same_code(town):
    """What a module places and what CREATE2 leaves is the same to the byte, and it has a name."""
    assert VOUCHER_CODE == town.world.get_code(town.voucher)
    assert load("Voucher")["runtime"][2:] == VOUCHER_CODE.hex()
    shown = [town.ask("string", f"{word}()") for word in ("name", "symbol")]
    assert [NAME, SYMBOL] == shown
    assert (DECIMALS, 0) == (town.ask("uint8", "decimals()"), town.ask("uint256", "totalSupply()"))
    assert f"0x{BRIDGE.hex()}" == town.ask("address", "bridge()")


def test_a_voucher_gets_its_bridge_once(town):
    """Nobody names it again, its own bridge included, and nobody is no bridge."""
    initialize = "initialize(string,string,uint8)"
    initialize_for = "initializeFor(address,string,string,uint8)"
    for who in (STRANGER, BRIDGE):
        town.refuses("InvalidInitialization()", (), who, initialize, "x", "y", 1)
        town.refuses("InvalidInitialization()", (), who, initialize_for, who, "x", "y", 1)
    assert NAME == town.ask("string", "name()")
    bare = Town()
    WorldHost(bare.world, {}).place_code(PLACE, VOUCHER_CODE)
    bare.refuses("InvalidInitialization()", (), STRANGER, initialize_for, ZERO, "x", "y", 1)
    bare.refuses("CallerNotBridge(address)", (STRANGER,), STRANGER, "mint(address,uint256)", BOB, 1)


def test_the_maker_s_address_follows_from_what_a_voucher_stands_for():
    """Bridge, route and token make the address; a second one, or another's, is not to be had."""
    town = made()
    where = "addressOf(address,uint64,address)"
    known = town.send(STRANGER, town.maker, where, BRIDGE, 3, CAROL).output
    assert word(town.voucher) == known
    for other in ((STRANGER, 3, CAROL), (BRIDGE, 4, CAROL), (BRIDGE, 3, BOB)):
        assert known != town.send(STRANGER, town.maker, where, *other).output
    make = "make(uint64,address,string,string,uint8)"
    again = town.send(BRIDGE, town.maker, make, 3, CAROL, "x", "y", 1)
    assert again.is_revert and NAME == town.ask("string", "name()")
    theirs = town.send(STRANGER, town.maker, make, 3, CAROL, "x", "y", 1)
    assert theirs.error is None and known != theirs.output


def test_the_bridge_makes_and_burns(town):
    """Supply and balance rise and fall together, with the logs that wallets read."""
    mint = town.does(BRIDGE, "mint(address,uint256)", ALICE, 100)
    assert [(TRANSFER, word(ZERO), word(ALICE), word(100))] == logs_of(mint)
    burn = town.does(BRIDGE, "burn(address,uint256)", ALICE, 30)
    assert [(TRANSFER, word(ALICE), word(ZERO), word(30))] == logs_of(burn)
    assert (70, 70) == (town.balance(ALICE), town.ask("uint256", "totalSupply()"))
    error = "ERC20InsufficientBalance(address,uint256,uint256)"
    town.refuses(error, (ALICE, 70, 71), BRIDGE, "burn(address,uint256)", ALICE, 71)
    receiver, sender = "ERC20InvalidReceiver(address)", "ERC20InvalidSender(address)"
    town.refuses(receiver, (ZERO,), BRIDGE, "mint(address,uint256)", ZERO, 1)
    town.refuses(sender, (ZERO,), BRIDGE, "burn(address,uint256)", ZERO, 0)
    overflow = town.send(BRIDGE, town.voucher, "mint(address,uint256)", BOB, UNLIMITED)
    assert "execution reverted: arithmetic underflow or overflow" == overflow.error
    assert 0 == town.balance(BOB)


@pytest.mark.parametrize("name", ["mint", "burn"])
def test_nobody_else_makes_or_burns(town, name):
    """A stranger, a holder, the voucher itself: none of them is the bridge."""
    town.does(BRIDGE, "mint(address,uint256)", ALICE, 100)
    for who in (STRANGER, ALICE, ZERO, town.voucher):
        error = "CallerNotBridge(address)"
        town.refuses(error, (who,), who, f"{name}(address,uint256)", ALICE, 1)
    assert 100 == town.ask("uint256", "totalSupply()")


def test_transfers(town):
    """Vouchers move by their holder's word or within what the holder allowed, and no further."""
    town.does(BRIDGE, "mint(address,uint256)", ALICE, 100)
    move = town.does(ALICE, "transfer(address,uint256)", BOB, 40)
    assert (1, [(TRANSFER, word(ALICE), word(BOB), word(40))]) == (move.output[31], logs_of(move))
    town.does(ALICE, "transfer(address,uint256)", ALICE, 60)
    allow = town.does(ALICE, "approve(address,uint256)", CAROL, 50)
    assert [(APPROVAL, word(ALICE), word(CAROL), word(50))] == logs_of(allow)
    take = "transferFrom(address,address,uint256)"
    assert 1 == town.does(CAROL, take, ALICE, BOB, 20).output[31]
    allowance = "ERC20InsufficientAllowance(address,uint256,uint256)"
    town.refuses(allowance, (CAROL, 30, 31), CAROL, take, ALICE, BOB, 31)
    balance = "ERC20InsufficientBalance(address,uint256,uint256)"
    town.refuses(balance, (ALICE, 40, 41), ALICE, "transfer(address,uint256)", BOB, 41)
    town.does(ALICE, "approve(address,uint256)", CAROL, UNLIMITED)
    town.does(CAROL, take, ALICE, CAROL, 40)
    assert UNLIMITED == town.ask("uint256", "allowance(address,address)", ALICE, CAROL)
    town.refuses(balance, (ALICE, 0, 1), CAROL, take, ALICE, CAROL, 1)
    assert (0, 60, 40) == tuple(map(town.balance, (ALICE, BOB, CAROL)))
    for error, signature in (
        ("ERC20InvalidReceiver(address)", "transfer(address,uint256)"),
        ("ERC20InvalidSpender(address)", "approve(address,uint256)"),
    ):
        town.refuses(error, (ZERO,), BOB, signature, ZERO, 1)


def signed(town: Town, key: bytes, **changes: Any) -> tuple[Any, ...]:
    """The arguments of a permit by which the owner lets Bob take 25 until second 1,000."""
    owner = Address(bytes.fromhex(Signer.from_key(key).address[2:]))
    fields = {"owner": owner, "spender": BOB, "value": 25, "nonce": 0, "deadline": 1_000}
    fields |= {name: value for name, value in changes.items() if name in fields}
    domain = {
        "name": NAME,
        "version": "1",
        "chainId": ENVIRONMENT.chain_id,
        "verifyingContract": f"0x{town.voucher.hex()}",
    } | {name: value for name, value in changes.items() if name not in fields}
    kinds = {
        "Permit": [
            {"name": "owner", "type": "address"},
            {"name": "spender", "type": "address"},
            {"name": "value", "type": "uint256"},
            {"name": "nonce", "type": "uint256"},
            {"name": "deadline", "type": "uint256"},
        ]
    }
    found = Signer.sign_typed_data(key, domain, kinds, fields)
    r, s = found.r.to_bytes(32, "big"), found.s.to_bytes(32, "big")
    return fields["owner"], BOB, 25, fields["deadline"], found.v, r, s


def test_a_permit_approves_once(town):
    """Any carrier brings it, eth_account's signature holds, and its nonce is used up."""
    permit = signed(town, KEYS[0])
    result = town.does(STRANGER, PERMIT, *permit)
    assert [(APPROVAL, word(ALICE), word(BOB), word(25))] == logs_of(result)
    assert 25 == town.ask("uint256", "allowance(address,address)", ALICE, BOB)
    assert (1, 0) == tuple(town.ask("uint256", "nonces(address)", who) for who in (ALICE, BOB))
    again = town.send(STRANGER, town.voucher, PERMIT, *permit)
    assert selector_of("ERC2612InvalidSigner(address,address)") == again.output[:4]
    town.does(STRANGER, PERMIT, *signed(town, KEYS[0], nonce=1))


@pytest.mark.parametrize(
    "changes",
    [
        {"nonce": 1},
        {"chainId": 1},
        {"verifyingContract": "0x" + "11" * 20},
        {"name": "x"},
        {"version": "2"},
        {"value": 26},
        {"owner": CAROL},
        {"spender": CAROL},
    ],
)
def test_a_permit_holds_for_what_was_signed_only(town, changes):
    """Another nonce, chain, voucher, name, version, amount or person: another signer comes out."""
    result = town.send(STRANGER, town.voucher, PERMIT, *signed(town, KEYS[0], **changes))
    assert selector_of("ERC2612InvalidSigner(address,address)") == result.output[:4]
    assert 0 == town.ask("uint256", "nonces(address)", ALICE)


def test_a_permit_of_no_key_is_refused(town):
    """Over time, in the high half, of nobody: each by its own error, the zero owner included."""
    late = signed(town, KEYS[0], deadline=999)
    town.refuses("ERC2612ExpiredSignature(uint256)", (999,), BOB, PERMIT, *late)
    *rest, v, r, s = signed(town, KEYS[0])
    twin = (ORDER - int.from_bytes(s, "big")).to_bytes(32, "big")
    town.refuses("ECDSAInvalidSignatureS(bytes32)", (twin,), BOB, PERMIT, *rest, 55 - v, r, twin)
    for broken in ((v, bytes(32), s), (v - 27, r, s), (29, r, s)):
        town.refuses("ECDSAInvalidSignature()", (), BOB, PERMIT, *rest, *broken)
        nobody = (ZERO, *rest[1:])
        town.refuses("ECDSAInvalidSignature()", (), BOB, PERMIT, *nobody, *broken)


def test_wallets_learn_the_signing_domain(town):
    """EIP-5267 tells the parts, and they hash to DOMAIN_SEPARATOR."""
    kinds = "bytes1,string,string,uint256,address,bytes32,uint256[]"
    address = f"0x{town.voucher.hex()}"
    expected = (b"\x0f", NAME, "1", ENVIRONMENT.chain_id, address, bytes(32), ())
    assert expected == town.ask(kinds, "eip712Domain()")
    kind = "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
    hashes = [keccak(text=kind), keccak(text=NAME), keccak(text="1")]
    parts = b"".join((*hashes, word(ENVIRONMENT.chain_id), word(town.voucher)))
    assert keccak(parts) == town.ask("bytes32", "DOMAIN_SEPARATOR()")


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([STRANGER, ALICE]))
def test_noise_changes_nothing(data, sender):
    """Whatever a stranger sends, the supply stays and no value is kept."""
    town = placed()
    town.does(BRIDGE, "mint(address,uint256)", CAROL, 5)
    message = CallMessage(sender=sender, to=PLACE, data=data)
    call_in_world(town.world, message, ENVIRONMENT, MACHINE)
    assert (5, 5) == (town.balance(CAROL), town.ask("uint256", "totalSupply()"))
    assert 0 == town.world.get_balance(PLACE)


class Book(RuleBasedStateMachine):
    """A voucher beside a book of balances and allowances that a person could keep."""

    people = st.sampled_from([ALICE, BOB, CAROL])
    amounts = st.integers(0, 60)

    def __init__(self) -> None:
        super().__init__()
        self.town = placed()
        self.held = dict.fromkeys((ALICE, BOB, CAROL), 0)
        self.allowed: dict[tuple[bytes, bytes], int] = {}

    def _try(self, can: bool, sender: bytes, signature: str, *values: Any) -> bool:
        result = self.town.send(sender, PLACE, signature, *values)
        assert can == (result.error is None)
        return can

    @rule(to=people, amount=amounts)
    def mint(self, to: bytes, amount: int) -> None:
        """The bridge makes some."""
        self._try(True, BRIDGE, "mint(address,uint256)", to, amount)
        self.held[to] += amount

    @rule(who=people, amount=amounts)
    def burn(self, who: bytes, amount: int) -> None:
        """The bridge burns some."""
        if self._try(amount <= self.held[who], BRIDGE, "burn(address,uint256)", who, amount):
            self.held[who] -= amount

    @rule(who=people, to=people, amount=amounts)
    def transfer(self, who: bytes, to: bytes, amount: int) -> None:
        """A holder moves some."""
        if self._try(amount <= self.held[who], who, "transfer(address,uint256)", to, amount):
            self.held[who] -= amount
            self.held[to] += amount

    @rule(owner=people, spender=people, amount=amounts)
    def approve(self, owner: bytes, spender: bytes, amount: int) -> None:
        """An owner allows some."""
        self._try(True, owner, "approve(address,uint256)", spender, amount)
        self.allowed[owner, spender] = amount

    @rule(spender=people, owner=people, to=people, amount=amounts)
    def take(self, spender: bytes, owner: bytes, to: bytes, amount: int) -> None:
        """A spender takes some."""
        allowed = self.allowed.get((owner, spender), 0)
        can = amount <= allowed and amount <= self.held[owner]
        take = "transferFrom(address,address,uint256)"
        if self._try(can, spender, take, owner, to, amount):
            self.allowed[owner, spender] = allowed - amount
            self.held[owner] -= amount
            self.held[to] += amount

    @invariant()
    def the_books_agree(self) -> None:
        """Balances are those of the book and the supply is their sum."""
        assert list(self.held.values()) == [self.town.balance(who) for who in self.held]
        assert sum(self.held.values()) == self.town.ask("uint256", "totalSupply()")


Book.TestCase.settings = settings(max_examples=15, stateful_step_count=15, deadline=None)
TestBook = Book.TestCase
