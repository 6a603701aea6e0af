"""
Credentials: one opens a market, its end closes it, and nobody's name is ever on the chain.

    vote --> issuer, bonded --signs--> provider brings it --> bids, serves, is paid
    revoked --> the next bid is refused    frozen --> by itself free again --> every bond is back
"""

import json
from collections.abc import Callable
from typing import Any

from eth_account import Account
from eth_hash.auto import keccak

from chain.kit.audit_log import AuditEntry, hash_of
from chain.kit.merkle import leaf_of, path_of, tree_of
from chain.kit.module import method_named
from chain.types.primitives import ZERO_HASH, Address, Hash32, Height, Seconds, Wei
from cli.devnet import CHAIN_ID_DEFAULT, dev_accounts
from modules.compute.records import Capacity, Kind, Offer, OrderState, OrderTerms
from modules.governance.records import Option, Status
from modules.identity.module import Identity
from modules.identity.records import (
    Claim,
    DisclosureScope,
    PolicyTerms,
    SignedClaim,
    SubjectState,
)
from tests.stories.amounts import share
from tests.stories.books import Books
from tests.stories.engagement import retire, until_order
from tests.stories.stage import ADDRESSES, COIN, Refused, StoryChain

PEOPLE = ("voter", "issuer", "provider", "tenant", "officer", "auditor")
OFFICER = PEOPLE.index("officer")
HURRY = {
    "identity": {
        "issuer_bond_wei": str(COIN),
        "issuer_unbonding_blocks": 20,
        "freeze_blocks_max": 30,
        "officer": "0x" + dev_accounts()[OFFICER].address.hex(),
    },
    "compute": {"start_timeout_blocks": 30, "holdback_blocks": 60, "heartbeat_blocks": 60},
}
# What the issuer and the provider keep to themselves, and no block may show.
PERSON = {"name": "Tanaka Aiko", "born": "1988-04-01", "passport": "TK1234567"}
SALT = bytes.fromhex("5a17") * 16
COMMITMENT = Hash32(keccak(SALT + json.dumps(PERSON, sort_keys=True).encode()))
KYC = Hash32(keccak(b"kyc.person.v1"))
JAPAN = 392
GPU = Hash32(b"gpu".ljust(32, b"\0"))
PRICE_WEI = 10**15  # a block
PAID_BLOCKS = 25
BUDGET_WEI = PAID_BLOCKS * PRICE_WEI
LATER_S = Seconds(2**33)
CASE = Hash32(keccak(b"case 1"))
STAKE_WEI = 4_000 * COIN


def tell(chain: StoryChain, say: Callable[[str], None]) -> None:
    """From the vote to the last bond; nothing of the person reaches the chain."""
    books = Books(chain)
    chain.secret(*PERSON.values(), json.dumps(PERSON, sort_keys=True), SALT)
    _vote_for_the_issuer(chain, say)
    policy = _close_the_market(chain, say)
    credential = _bring_the_claim(chain, say)
    _serve(chain, policy, say)
    _disclose(chain, say)
    _revoke(chain, policy, credential, say)
    _freeze_and_leave(chain, say)
    _check_results(chain, books)


def _vote_for_the_issuer(chain: StoryChain, say: Callable[[str], None]) -> None:
    validator = Address(dev_accounts()[-1].address)
    chain.send("voter", "staking", "delegate", validator, value_wei=STAKE_WEI)
    chain.wait_blocks(2)
    method = method_named(Identity, "propose_issuer")
    assert method is not None
    data = method.encode_call(chain.account("issuer"), (KYC,), "ipfs://what-we-check")
    words = ("An issuer", "It checks passports.", "identity", data)
    sent = chain.send("voter", "governance", "submitCall", *words, value_wei=COIN)
    number = int(chain.logged(sent, "governance", "ProposalSubmitted")[0]["id"])
    chain.send("voter", "governance", "vote", number, Option.YES)
    chain.wait_for(lambda: _status(chain, number) == Status.EXECUTED)
    chain.send("issuer", "identity", "bondIssuer", 1, value_wei=COIN)
    say("a proposal passed that makes the call: an issuer of one schema, bonded with 1 coin")


def _status(chain: StoryChain, number: int) -> Status:
    return Status(chain.view("governance", "proposal", number).status)


def _close_the_market(chain: StoryChain, say: Callable[[str], None]) -> int:
    fee_wei = chain.view("identity", "params").policy_fee_wei
    terms = PolicyTerms(all_of=(KYC,), allowed=(JAPAN,))
    made = (terms, chain.account("tenant"))
    chain.send("tenant", "identity", "createPolicy", *made, value_wei=fee_wei)
    policy = int(chain.view("identity", "policy_total"))
    offer = ("https://provider.example", (), (Capacity(GPU, 4),))
    chain.send("provider", "compute", "registerProvider", *offer, value_wei=COIN)
    cost_wei = chain.view("identity", "registration_cost")
    chain.send("provider", "identity", "register", value_wei=cost_wei)
    answer = chain.view("identity", "can", chain.account("provider"), policy)
    assert ("CREDENTIAL_MISSING",) == answer.names
    order = _open(chain, policy)
    assert "Denied" == _refused(chain, order)
    chain.send("tenant", "compute", "cancelOrder", order)
    say("the tenant asks for a checked provider: without a credential the bid is refused")
    return policy


def _open(chain: StoryChain, policy: int) -> int:
    """Open a lease whose provider must satisfy the policy."""
    least = chain.view("compute", "params").reclaim_blocks_min
    terms = OrderTerms(
        kind=Kind.LEASE,
        capacity_class=GPU,
        price_max_wei=Wei(PRICE_WEI),
        ttl_blocks=Height(400),
        reclaim_blocks=least,
        provider_policy=policy,
    )
    value_wei = BUDGET_WEI + chain.view("compute", "reserve", terms, Wei(BUDGET_WEI))
    receipt = chain.send("tenant", "compute", "openOrder", terms, value_wei=value_wei)
    return int(chain.logged(receipt, "compute", "OrderOpened")[0]["order"])


def _bid(chain: StoryChain, order: int) -> int:
    offer = Offer(Wei(PRICE_WEI), reclaim_blocks=chain.view("compute", "params").reclaim_blocks_min)
    placed = chain.send("provider", "compute", "placeBid", order, offer)
    return int(chain.logged(placed, "compute", "BidPlaced")[0]["bid"])


def _refused(chain: StoryChain, order: int) -> str:
    """Return the name of the refusal that a bid meets, or nothing."""
    try:
        _bid(chain, order)
    except Refused as refused:
        return refused.name
    return ""


def _bring_the_claim(chain: StoryChain, say: Callable[[str], None]) -> int:
    """The issuer signs off chain, as any wallet does; the provider brings the signature."""
    now_s = Seconds(chain.web3.eth.get_block("latest")["timestamp"])
    claim = Claim(1, KYC, COMMITMENT, JAPAN, now_s, Seconds(now_s + 86_400), 0)
    brought = SignedClaim(claim, 1, LATER_S)
    word = Account.sign_typed_data(chain.keys["issuer"].key, *typed(brought))
    assert bytes(word.message_hash) == chain.view("identity", "claim_digest", brought)
    sent = chain.send("provider", "identity", "present", brought, bytes(word.signature))
    say("the provider brings what the issuer signed: a salted hash, a schema, a country, times")
    return int(chain.logged(sent, "identity", "CredentialIssued")[0]["credential"])


def typed(brought: SignedClaim) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """Return EIP-712's domain, types and message of a claim, as wallets take them."""
    claim = brought.claim
    kinds = ["uint256", "bytes32", "bytes32", "uint256", "uint64", "uint64", "uint256"]
    names = ["subject", "schema", "commitment", "jurisdiction", "validFromS", "expiryS", "version"]
    domain = {
        "name": "Kumiai Identity",
        "version": "1",
        "chainId": CHAIN_ID_DEFAULT,
        "verifyingContract": ADDRESSES["identity"],
    }
    types = {
        "Claim": [{"name": n, "type": k} for n, k in zip(names, kinds, strict=True)],
        "SignedClaim": [
            {"name": "claim", "type": "Claim"},
            {"name": "nonce", "type": "uint256"},
            {"name": "deadlineS", "type": "uint64"},
        ],
    }
    values = (claim.subject, claim.schema, claim.commitment, claim.jurisdiction)
    times = (claim.valid_from_s, claim.expiry_s, claim.version)
    message = dict(zip(names, (*values, *times), strict=True))
    return domain, types, {"claim": message, "nonce": brought.nonce, "deadlineS": LATER_S}


def _serve(chain: StoryChain, policy: int, say: Callable[[str], None]) -> None:
    order = _open(chain, policy)
    chain.send("tenant", "compute", "acceptBid", order, _bid(chain, order))
    chain.send("provider", "compute", "start", order)
    until_order(chain, order, OrderState.CLOSED_FUNDS, OrderState.SETTLED)
    until_order(chain, order, OrderState.SETTLED)
    assert BUDGET_WEI == chain.view("compute", "order", order).ledger.earned_wei
    say(f"the same bid is admitted, and {PAID_BLOCKS} blocks of service are paid")


def _disclose(chain: StoryChain, say: Callable[[str], None]) -> None:
    """An auditor may see the payload for a while, notes that it did, and proves an entry."""
    here, auditor = chain.account("identity"), chain.account("auditor")
    scope = DisclosureScope(here, 0, 2**32, KYC)
    until_s = Seconds(chain.web3.eth.get_block("latest")["timestamp"] + 3_600)
    chain.send("provider", "identity", "grantDisclosure", 1, auditor, scope, until_s)
    assert chain.view("identity", "is_schema_disclosed", 1, auditor, KYC)
    chain.send("auditor", "identity", "noteAccess", 1, COMMITMENT)
    chain.send("provider", "identity", "revokeDisclosure", 1)
    assert not chain.view("identity", "is_schema_disclosed", 1, auditor, KYC)
    entries = audit_entries(chain)
    assert len(entries) == chain.view("identity", "audit_total", here)
    epoch = entries[-1].height // 1_000
    mine = [entry for entry in entries if entry.height // 1_000 == epoch]
    levels = tree_of([leaf_of(hash_of(entry)) for entry in mine])
    proof = (here, epoch, mine[0], path_of(levels, 0))
    assert chain.view("identity", "is_entry_logged", *proof)
    say(f"{len(entries)} changes of identity are in its log, chained; one is proven by its root")


def audit_entries(chain: StoryChain) -> list[AuditEntry]:
    """Rebuild the audit log from events alone; raises AssertionError where it has a gap."""
    logs = chain.contracts["identity"].events.AuditEntryAdded().get_logs(from_block=0)
    found, head = [], ZERO_HASH
    for log in logs:
        args, height = log["args"], Height(log["blockNumber"])
        sender = Address(bytes.fromhex(args["sender"][2:]))
        data_hash = Hash32(args["dataHash"])
        entry = AuditEntry(head, args["index"], height, sender, args["method"], data_hash)
        head = hash_of(entry)
        assert (len(found), head) == (entry.index, args["head"]), "a gap in the log"
        found.append(entry)
    return found


def _revoke(chain: StoryChain, policy: int, credential: int, say: Callable[[str], None]) -> None:
    chain.send("issuer", "identity", "revoke", credential)
    order = _open(chain, policy)
    assert "Denied" == _refused(chain, order)
    chain.send("tenant", "compute", "cancelOrder", order)
    chain.send("provider", "identity", "erase", credential)
    assert chain.view("identity", "tombstone", 1, COMMITMENT)
    say("revoked, it opens nothing any more; erased, its hash is struck out of the state")


def _freeze_and_leave(chain: StoryChain, say: Callable[[str], None]) -> None:
    chain.send("officer", "identity", "freeze", 1, CASE, 15)
    try:
        chain.send("provider", "identity", "deactivate", 1)
        raise AssertionError("a frozen subject left")
    except Refused as refused:
        assert "StateForbids" == refused.name
    chain.wait_for(lambda: chain.view("identity", "subject", 1).state == SubjectState.ACTIVE)
    say("the officer freezes with a case; nothing moves; the freeze ends by itself")
    chain.send("provider", "identity", "deactivate", 1)
    chain.send("issuer", "identity", "resignIssuer", 1)
    chain.wait_for(lambda: chain.balance_wei("identity") == 0)
    retire(chain, "provider")
    say("the provider's and the issuer's bonds are back, and identity holds nothing")


def _check_results(chain: StoryChain, books: Books) -> None:
    """Everybody ends with what the parameters give, before transaction fees, to the wei."""
    costs, market = chain.view("identity", "params"), chain.view("compute", "params")
    take_wei = share(BUDGET_WEI, market.take_bps)
    due_wei = {
        "voter": -STAKE_WEI,
        "issuer": 0,
        "provider": BUDGET_WEI - take_wei - costs.registration_fee_wei,
        "tenant": -BUDGET_WEI - costs.policy_fee_wei,
        "officer": 0,
        "auditor": 0,
    }
    found_wei = {name: statement.result_wei for name, statement in books.close().items()}
    assert due_wei == found_wei, f"{found_wei}, by the parameters {due_wei}"
