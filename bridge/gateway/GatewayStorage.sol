// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Bucket} from "./Buckets.sol";
import {IClient} from "./IClient.sol";

/// @notice What a route is joined to, for ever but for its client.
struct Route {
    uint256 remoteChainId;
    address remoteBridge;
    uint64 remoteRoute;
    bool isPaused;
    bool isKilled; // no packet ever again; what was sent can still be settled
    IClient client;
    uint64 nextSequence; // 0: there is no such route
    IClient nextClient; // what governance wants instead
    uint64 nextClientAtS; // from when on it may be
}

/// @notice A token that may cross a route.
struct Asset {
    address remoteToken; // of a voucher: what it stands for; of an own token: zero
    bool isKnown;
    bool isVoucher;
    uint64 delayS; // that a large transfer waits
    uint256 delayFrom; // amount that is large
    uint256 amountMin; // less is dust
    uint256 outstanding; // escrowed here, or minted here
    Bucket bucket;
}

/// @notice Limits of an asset on a route, in the token's smallest units.
struct Limits {
    uint256 capacity;
    uint256 refillPerS;
    uint256 amountMin;
    uint256 delayFrom;
    uint64 delayS;
}

/// @notice A large transfer that has been received and waits.
struct Delayed {
    uint64 readyAtS; // 0: none
    address payee; // whom its delivery is owed to
}

/// @title What a gateway remembers, slot by slot. New words go where the gap is, and shrink it.
abstract contract GatewayStorage {
    /// @notice Version of the storage; each upgrade raises it in its own initialiser.
    uint64 public version;
    /// @notice Who opens routes, registers assets, sets limits, unpauses and kills.
    address public governor;
    /// @notice Who may pause, and nothing else.
    address public guardian;
    /// @notice Who becomes governor by saying so.
    address public nextGovernor;
    /// @notice Whether all routes are paused.
    bool public isPaused;
    /// @notice How many routes have been opened; they are numbered from 1.
    uint64 public routeCount;
    /// @notice Fees that are escrowed for packets under way, in wei.
    uint256 public feesTotal;
    /// @notice Routes by number.
    mapping(uint64 route => Route) public routes;
    /// @notice Assets by route and the token's address on this chain.
    mapping(uint64 route => mapping(address token => Asset)) public assets;
    /// @notice Vouchers by route and the token they stand for.
    mapping(uint64 route => mapping(address remoteToken => address)) public vouchers;
    /// @notice On how many routes a token is registered: none of these may be called.
    mapping(address token => uint256) public registrations;
    /// @notice Escrow of a token on all routes; and what is owed of it, see `owed`.
    mapping(address token => uint256) public held;
    /// @notice Fees of own packets, in wei.
    mapping(uint64 route => mapping(uint64 sequence => uint256)) public fees;
    /// @notice Large transfers that wait.
    mapping(uint64 route => mapping(uint64 sequence => Delayed)) public delayed;
    /// @notice What could not be paid out and waits for its owner.
    mapping(address token => mapping(address account => uint256)) public owed;

    uint256[20] private _gap;

    /// @notice Packets sent and not settled. Slot 32, as in every bridge.
    mapping(uint64 route => mapping(uint64 sequence => bytes32)) public commitments;
    /// @notice Packets received. Slot 33.
    mapping(uint64 route => mapping(uint64 sequence => bytes32)) public receipts;
    /// @notice What became of packets received. Slot 34.
    mapping(uint64 route => mapping(uint64 sequence => bytes32)) public acknowledgements;
}
