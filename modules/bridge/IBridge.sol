// SPDX-License-Identifier: Apache-2.0
// Rendered from modules/bridge/module.py by `python -m cli.render`; not to be edited.
pragma solidity ^0.8.20;

/// @dev Where the module lives on every chain.
address constant BRIDGE_ADDRESS = 0x0000000000000000000000000000000000000802;

/// @dev The module, ready to be called.
IBridge constant BRIDGE = IBridge(BRIDGE_ADDRESS);

/// @notice Routes to other chains, and what travels on them.
interface IBridge {
    /// @dev How a remote chain's headers are verified.
    enum ClientKind {
        KUMIAI,
        ATTESTED
    }

    /// @dev The life of a client.
    enum ClientState {
        NOTHING,
        ACTIVE,
        FROZEN,
        SUBSTITUTED
    }

    /// @dev The life of a route.
    enum RouteState {
        NOTHING,
        OPEN,
        PAUSED,
        KILLED
    }

    /// @dev The life of a packet on the chain that sent it.
    enum PacketState {
        NOTHING,
        SENT,
        ACKNOWLEDGED,
        REFUNDED,
        TIMED_OUT
    }

    /// @dev The life of a packet on the chain that received it.
    enum ArrivalState {
        NOTHING,
        DELAYED,
        DELIVERED,
        FAILED
    }

    /// @dev The life of a bond behind attestations.
    enum AttesterState {
        NOTHING,
        BONDED,
        LEAVING,
        LEFT,
        REMOVED
    }

    /// @dev What a sender asks for; `token` is on this chain, zero for a message alone.
    struct Order {
        uint64 route;
        address token;
        address receiver;
        uint256 amountWei;
        uint64 timeoutS;
        uint64 callGas;
        bytes callData;
        uint256 feeWei;
    }

    /// @dev What travels: the number that its route gave it, its last second, its payload.
    struct Packet {
        uint64 sequence;
        uint64 timeoutS;
        bytes payload;
    }

    /// @dev Nodes from a trusted state root to an account, and from its storage root to one slot.
    struct StateProof {
        uint64 height;
        bytes[] accountNodes;
        bytes[] slotNodes;
    }

    /// @dev What became of a packet, and whom its sender owes for the delivery.
    struct Acknowledgement {
        bool success;
        address payee;
        bytes32 resultHash;
    }

    /// @dev One end of a route: nothing is ever said to, or believed of, a route without its end.
    struct End {
        uint256 chainId;
        address bridge;
        uint64 route;
    }

    /// @dev A token that may travel on one route.
    struct Asset {
        address token;
        bool isNative;
        address local;
        string name;
        string symbol;
        uint8 decimals;
    }

    /// @dev What may come out of one asset on one route, and how fast.
    struct Limits {
        uint256 capacityWei;
        uint256 refillWeiPerS;
        uint256 minimumWei;
        uint256 delayFromWei;
    }

    /// @dev EIP-712: a validator says that a remote chain's block of this height is final.
    struct Attestation {
        address validator;
        uint256 client;
        uint64 height;
        bytes32 hash;
    }

    /// @dev An attestation and its signature: r, s and v, 65 bytes.
    struct SignedAttestation {
        Attestation attestation;
        bytes signature;
    }

    /// @dev How long the bridge waits, what a lie costs, and who may stop it.
    struct BridgeParams {
        address guardian;
        uint64 delayS;
        uint64 substituteDelayS;
        uint256 bondMinWei;
        uint64 bondWaitS;
        uint16 accuserBps;
    }

    /// @dev A remote chain as this one sees it; the second word is what headers and votes change.
    struct Client {
        ClientState state;
        ClientKind kind;
        uint256 chainId;
        uint64 trustingPeriodS;
        uint64 unbondingS;
        uint64 latestHeight;
        uint256 latestTimeMs;
        uint256 substitute;
        uint64 substituteFromS;
    }

    /// @dev What is trusted of one remote header.
    struct ConsensusState {
        bytes32 hash;
        bytes32 stateRoot;
        uint256 timeMs;
    }

    /// @dev Which part of a client's ring of headers is in use, and what was forgotten.
    struct Remembered {
        uint256 first;
        uint256 count;
        uint64 floor;
    }

    /// @dev A route, bound for ever to its remote end and its client.
    struct Route {
        RouteState state;
        uint256 client;
        End remote;
    }

    /// @dev A packet of this chain's; the fee is still held while it is SENT.
    struct Sent {
        PacketState state;
        uint256 feeWei;
    }

    /// @dev A packet of the other chain's.
    struct Arrival {
        ArrivalState state;
        uint64 releasesS;
        address payee;
    }

    /// @dev A validator's bond behind what it says of another chain.
    struct Attester {
        AttesterState state;
        uint256 bondWei;
        address key;
        uint64 leavesS;
    }

    /// @notice The call is for others: whoever has one of these roles.
    error RoleForbids(string call, string roles);

    /// @notice What is in this state does not take the call.
    error StateForbids(string machine, string state, string call);

    /// @notice The signature is not of the key that must have signed.
    error SignatureWrong(address expected, string reason);

    /// @notice Nothing is trusted that is zero or empty.
    error ZeroNotTrusted(string what);

    /// @notice A client cannot be made so.
    error ClientInvalid(string reason);

    /// @notice No client has this number.
    error UnknownClient(uint256 client);

    /// @notice A client that is frozen proves nothing; governance may announce a substitute.
    error ClientInactive(uint256 client, ClientState state);

    /// @notice The newest header that the client trusts is too old; governance may name a
    /// substitute.
    error ClientExpired(uint256 client, uint64 expiredS);

    /// @notice This does not prove a header of the other chain.
    error HeaderRefused(string reason);

    /// @notice The client trusts this header already.
    error HeaderKnown(uint64 height);

    /// @notice These headers can stand side by side: they prove no misbehaviour.
    error NoContradiction(uint64 height, uint64 against);

    /// @notice The client trusts no header of this height.
    error UnknownHeight(uint256 client, uint64 height);

    /// @notice This proves nothing of the other chain's state.
    error ProofInvalid(string reason);

    /// @notice The other chain's state holds something else there.
    error ProofContradicts(bytes32 expected, bytes32 found);

    /// @notice This client cannot stand in for the other, or not yet.
    error SubstituteInvalid(string reason);

    /// @notice A route cannot be opened so.
    error RouteInvalid(string reason);

    /// @notice A route in this state, or all routes, take no such call.
    error RouteForbids(uint64 route, RouteState state);

    /// @notice Only the guardian pauses.
    error NotGuardian(address guardian);

    /// @notice An asset cannot be registered, or limited, so.
    error AssetInvalid(string reason);

    /// @notice This token does not travel on this route.
    error UnknownAsset(uint64 route, address token);

    /// @notice A transfer cannot be sent so.
    error TransferInvalid(string reason);

    /// @notice A packet's last second must lie between these.
    error TimeoutInvalid(uint64 earliestS, uint64 latestS);

    /// @notice The coins sent must be the fee, and the amount where it is of coins.
    error ValueWrong(uint256 neededWei, uint256 foundWei);

    /// @notice No such packet is under way, or it says something else.
    error UnknownPacket(uint64 route, uint64 sequence);

    /// @notice No such transfer waits here, or it says something else.
    error NothingWaits(uint64 route, uint64 sequence);

    /// @notice Only what nobody can release may be sent back by anybody: see send_back.
    error RouteLives(uint64 route);

    /// @notice A packet is received once.
    error AlreadyReceived(uint64 route, uint64 sequence);

    /// @notice The packet's last second is over.
    error PacketExpired(uint64 timeoutS);

    /// @notice The other chain's block is of a time at which the packet could still arrive.
    error NotTimedOut(uint64 timeoutS, uint64 provenS);

    /// @notice More may come out later: this is the room that the asset has now.
    error LimitReached(uint256 wantedWei, uint256 roomWei);

    /// @notice A large transfer is released from this second on.
    error StillDelayed(uint64 releasesS);

    /// @notice Only a validator of this chain, by its own account, may bond.
    error NotValidator(address account);

    /// @notice A bond must be at least so large.
    error BondTooSmall(uint256 minimumWei, uint256 foundWei);

    /// @notice This validator has no bond behind what it says.
    error NotAttesting(address validator);

    /// @notice This key never signed for the validator.
    error KeyUnknown(address validator, address key);

    /// @notice A validator speaks once of a height; another word of it is a lie to accuse.
    error AlreadyAttested(address validator, bytes32 hash);

    /// @notice The attestation contradicts nothing that is known here.
    error NotLying(address validator, uint64 height);

    /// @notice The account does not hold so many vouchers.
    error VoucherRefused(address account, uint256 amountWei);

    /// @notice This module is paused: one of its invariants failed.
    error Paused();

    /// @notice This call takes no coins.
    error NotPayable(uint256 valueWei);

    /// @notice The account has fewer coins than the move needs.
    error InsufficientCoins(uint256 neededWei, uint256 foundWei);

    /// @notice Only another module may make this call.
    error Unauthorized(address sender);

    /// @notice A module is called at its own address only, not by delegatecall or callcode.
    error DelegatecallRefused();

    /// @notice This module waits for a contract that it called; until then it only answers views.
    error Reentered();

    /// @notice No contract can be placed here: the account has code, a nonce or storage.
    error AddressTaken(address account);

    /// @notice A remote chain can be followed.
    event ClientCreated(uint256 indexed client, ClientKind kind, uint256 chainId);

    /// @notice A remote header is trusted.
    event ClientUpdated(
        uint256 indexed client,
        uint64 indexed height,
        bytes32 hash,
        bytes32 stateRoot,
        uint256 timeMs
    );

    /// @notice Two remote headers contradict each other: nothing of this client is believed any
    /// more.
    event ClientFrozen(uint256 indexed client, uint64 height, uint64 against, bytes32 hash);

    /// @notice Governance announced which client will stand in; client 0 takes it back.
    event SubstituteAnnounced(uint256 indexed client, uint256 substitute, uint64 fromS);

    /// @notice From now on the substitute answers for the client.
    event ClientSubstituted(uint256 indexed client, uint256 substitute);

    /// @notice A route is bound to its remote end and its client.
    event RouteOpened(
        uint64 indexed route,
        uint256 client,
        uint256 chainId,
        address bridge,
        uint64 remoteRoute
    );

    /// @notice The guardian stopped a route, or all of them (route 0); refunds go on.
    event RoutePaused(uint64 indexed route, address guardian);

    /// @notice Governance resumed a route, or all that are not paused alone (route 0).
    event RouteResumed(uint64 indexed route);

    /// @notice A route is closed for ever; refunds go on.
    event RouteKilled(uint64 indexed route);

    /// @notice A token may travel on a route.
    event AssetRegistered(
        uint64 indexed route,
        address indexed token,
        bool isNative,
        address local
    );

    /// @notice Governance changed what may come out of an asset.
    event LimitsChanged(
        uint64 indexed route,
        address indexed token,
        bool isNative,
        uint256 capacityWei,
        uint256 refillWeiPerS,
        uint256 minimumWei,
        uint256 delayFromWei
    );

    /// @notice A voucher is a token of this chain now.
    event VoucherPlaced(uint64 indexed route, address indexed token, address voucher);

    /// @notice A packet is under way; all of it, for whoever carries it.
    event PacketSent(
        uint64 indexed route,
        uint64 indexed sequence,
        uint64 timeoutS,
        bytes payload,
        uint256 feeWei,
        bytes32 commitment
    );

    /// @notice The reward for a packet's delivery grew.
    event FeeAdded(uint64 indexed route, uint64 indexed sequence, uint256 addedWei, uint256 feeWei);

    /// @notice A packet of the other chain is here, once.
    event PacketReceived(uint64 indexed route, uint64 indexed sequence, bytes32 commitment);

    /// @notice A large transfer waits until a time at which anybody may release it.
    event TransferDelayed(uint64 indexed route, uint64 indexed sequence, uint64 releasesS);

    /// @notice A packet's outcome is final here and can be proven to the other chain.
    event AcknowledgementWritten(
        uint64 indexed route,
        uint64 indexed sequence,
        bool success,
        address payee,
        bytes32 resultHash,
        bytes output
    );

    /// @notice The other chain's answer is here; without success all was given back.
    event PacketAcknowledged(
        uint64 indexed route,
        uint64 indexed sequence,
        bool success,
        address payee
    );

    /// @notice The packet never arrived and never will; all was given back.
    event PacketTimedOut(uint64 indexed route, uint64 indexed sequence);

    /// @notice A validator put coins behind what it says of other chains.
    event AttesterBonded(address indexed validator, uint256 addedWei, uint256 bondWei);

    /// @notice Another key signs a validator's attestations from now on.
    event AttesterKeyNamed(address indexed validator, address key);

    /// @notice A validator attests no more; its bond answers for what it said until then.
    event AttesterLeaving(address indexed validator, uint64 leavesS);

    /// @notice A bond went back.
    event AttesterLeft(address indexed validator, uint256 bondWei);

    /// @notice A validator lied about another chain, and lost its bond.
    event AttesterRemoved(
        address indexed validator,
        uint256 client,
        uint64 height,
        uint256 burnedWei,
        address accuser,
        uint256 rewardWei
    );

    /// @notice A validator says that this block of the other chain is final.
    event HeaderAttested(
        uint256 indexed client,
        uint64 indexed height,
        address indexed validator,
        bytes32 hash
    );

    /// @notice Coins moved on a module's word: the one event of every `move`.
    event CoinsMoved(address source, address target, uint256 amountWei, string reason);

    /// @notice An invariant of the module failed; its calls are refused until governance resumes
    /// it.
    event ModulePaused(string invariant);

    /// @notice Governance resumed the module.
    event ModuleResumed();

    /// @notice A deadline's handling was refused and undone; the deadline is spent.
    event TimerFailed(uint256 kind, uint256 key, string reason);

    /// @notice Send a transfer, a message or both; returns the packet's number on its route.
    ///
    /// Send the fee along, and the amount where the token is this chain's coin. Vouchers are
    /// burned. The packet is delivered before its last second on the other chain's clock, or all it
    /// took comes back.
    function send(Order calldata order) external payable returns (uint64);

    /// @notice Add the coins sent to the fee of a packet that is under way.
    function addFee(uint64 route, uint64 sequence) external payable;

    /// @notice Bring a packet of the other chain, with the proof of its commitment there.
    ///
    /// `payee` is paid over there. What can never be done is answered without success; what only
    /// cannot be done now is refused, and may be brought again.
    function deliver(
        uint64 route,
        Packet calldata packet,
        StateProof calldata proof,
        address payee
    ) external;

    /// @notice Let a large transfer go that has waited long enough; anybody may.
    function release(uint64 route, Packet calldata packet) external;

    /// @notice Send a large transfer back that still waits.
    ///
    /// Only by a passed proposal.
    function refuse(uint64 route, Packet calldata packet) external;

    /// @notice Send a large transfer back that nobody can release; anybody may.
    ///
    /// At once where the route was killed; a week after the delay where it is still paused, or its
    /// client still frozen.
    function sendBack(uint64 route, Packet calldata packet) external;

    /// @notice Settle a packet by the other chain's answer, with the proof of it.
    ///
    /// Without success all it took comes back. Half its fee goes to the answer's payee, half to the
    /// caller.
    function acknowledge(
        uint64 route,
        Packet calldata packet,
        Acknowledgement calldata answer,
        StateProof calldata proof
    ) external;

    /// @notice Give back what a packet took that the other chain did not receive in time.
    ///
    /// The proof is of the absence of a receipt in a block at or after the packet's last second.
    /// Half the fee goes to the caller, half back to the sender.
    function timeout(uint64 route, Packet calldata packet, StateProof calldata proof) external;

    /// @notice Follow a chain from a header on, given as RLP; returns the client's number.
    ///
    /// Only by a passed proposal.
    function createClient(
        ClientKind kind,
        uint256 chainId,
        uint64 trustingPeriodS,
        uint64 unbondingS,
        bytes calldata header
    ) external returns (uint256);

    /// @notice Show a remote header with what proves it; returns whether it is trusted.
    ///
    /// One that contradicts a trusted header freezes the client instead. The evidence is a
    /// KumiaiUpdate, ABI-encoded, or the header's RLP where validators attest.
    function updateClient(uint256 client, bytes calldata evidence) external returns (bool);

    /// @notice Freeze a client by a proven header that contradicts the trusted one of a height.
    function submitMisbehaviour(uint256 client, bytes calldata evidence, uint64 against) external;

    /// @notice Announce which client shall stand in for another after a wait; 0 takes it back.
    ///
    /// Only by a passed proposal.
    function announceSubstitute(uint256 client, uint256 substitute) external;

    /// @notice Let the announced client stand in, once the wait is over; anybody may.
    function substituteClient(uint256 client) external;

    /// @notice Open the next route, bound for ever to a remote end and a client; returns its
    /// number.
    ///
    /// Only by a passed proposal.
    function openRoute(uint256 client, End calldata remote) external returns (uint64);

    /// @notice Stop sends, receipts and releases of a route, or of all (0), as the guardian.
    function pause(uint64 route) external;

    /// @notice Let a route go on, or all that are not paused alone (0).
    ///
    /// Only by a passed proposal.
    function resume(uint64 route) external;

    /// @notice Close a route for ever; what is under way still ends.
    ///
    /// Only by a passed proposal.
    function killRoute(uint64 route) external;

    /// @notice Let a token travel on a route; `asset.local` follows from the rest.
    ///
    /// Only by a passed proposal.
    function registerAsset(uint64 route, Asset calldata asset, Limits calldata limits) external;

    /// @notice Change what may come out of an asset, and how fast.
    ///
    /// Only by a passed proposal.
    function setLimits(uint64 route, address token, bool isNative, Limits calldata limits) external;

    /// @notice Put the coins sent behind what the caller, a validator, says of other chains.
    function bondAttester() external payable;

    /// @notice Let another key sign the caller's attestations from now on.
    function nameKey(address key) external;

    /// @notice Attest no more; the bond goes back by itself after a wait in which it still answers.
    function leaveAttesters() external;

    /// @notice Note what a bonded validator signed of a remote block; anybody may carry it.
    function attest(SignedAttestation calldata statement) external;

    /// @notice Burn the bond of a validator that signed what contradicts its other word or the
    /// truth.
    ///
    /// The truth is the header that was accepted at that height.
    function accuse(SignedAttestation calldata statement) external;

    /// @notice Return the governed parameters.
    function params() external view returns (BridgeParams memory);

    /// @notice Return a client; refused where there is none.
    function client(uint256 client) external view returns (Client memory);

    /// @notice Return the client that answers for another now: itself, or its substitute.
    function answeringClient(uint256 client) external view returns (uint256);

    /// @notice Return what is trusted of a remote height; zeros where nothing is.
    function header(uint256 client, uint64 height) external view returns (ConsensusState memory);

    /// @notice Return remote heights in the order in which they were proven, at most PAGE_MAX.
    function trustedHeights(
        uint256 client,
        uint256 offset,
        uint256 limit
    ) external view returns (uint64[] memory);

    /// @notice Return how many remote headers are trusted, and below which height none is any more.
    function rememberedHeaders(uint256 client) external view returns (Remembered memory);

    /// @notice Return a route; its state is NOTHING where there is none.
    function route(uint64 route) external view returns (Route memory);

    /// @notice Return how many routes were opened; they are numbered from 1.
    function routesOpened() external view returns (uint64);

    /// @notice Whether the guardian stopped all routes.
    function isAllPaused() external view returns (bool);

    /// @notice Return an asset by its token on its own chain; refused where it does not travel.
    function asset(
        uint64 route,
        address token,
        bool isNative
    ) external view returns (Asset memory asset, Limits memory limits, uint256 outstandingWei, uint256 roomWei);

    /// @notice Return where a route's assets are tokens on this chain, at most PAGE_MAX.
    function assetTokens(
        uint64 route,
        uint256 offset,
        uint256 limit
    ) external view returns (address[] memory);

    /// @notice Return where the voucher of a remote token is, or will be.
    function voucher(uint64 route, address token) external view returns (address);

    /// @notice Return what may come out of an asset now, in its smallest units.
    function room(uint64 route, address token, bool isNative) external view returns (uint256);

    /// @notice Return what became of a packet that was sent here, and the fee it still holds.
    function sent(uint64 route, uint64 sequence) external view returns (Sent memory);

    /// @notice Return how many packets were sent on a route: the last one's number.
    function sentCount(uint64 route) external view returns (uint64);

    /// @notice Return which of up to PAGE_MAX packets from a number on are under way.
    function pending(
        uint64 route,
        uint64 first,
        uint256 limit
    ) external view returns (uint64[] memory);

    /// @notice Return what became of a packet of the other chain here.
    function arrival(uint64 route, uint64 sequence) external view returns (Arrival memory);

    /// @notice Return the commitment of a packet that is sent from here.
    function commitmentOf(uint64 route, Packet calldata packet) external view returns (bytes32);

    /// @notice Return the bond behind a validator's attestations.
    function attester(address validator) external view returns (Attester memory);

    /// @notice Return whoever has or had a bond, at most PAGE_MAX.
    function attestersKnown(uint256 offset, uint256 limit) external view returns (address[] memory);

    /// @notice Return the hash that a validator attested to, or zero.
    function attested(
        uint256 client,
        uint64 height,
        address validator
    ) external view returns (bytes32);
}
