// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Buckets} from "./Buckets.sol";
import {Asset, GatewayStorage, Limits, Route} from "./GatewayStorage.sol";
import {IClient} from "./IClient.sol";
import {IVoucherMaker} from "./IVoucher.sol";
import {End} from "./Packets.sol";

/// @title Who decides what at a gateway.
///
///     governor: routes, assets, limits, unpause, kill, clients (after a delay), guardian
///     guardian: pause
///
/// @notice Neither can touch a transfer that is under way, but for refusing a large one that
/// waits, which refunds it.
abstract contract GatewayGovernance is GatewayStorage {
    using Buckets for *;

    event Initialised(uint64 version);
    event GovernorProposed(address indexed governor);
    event GovernorChanged(address indexed governor);
    event GuardianChanged(address indexed guardian);
    event RouteOpened(
        uint64 indexed route,
        uint256 remoteChainId,
        address remoteBridge,
        uint64 remoteRoute,
        address client
    );
    event AssetRegistered(uint64 indexed route, address indexed token, address remoteToken, bool isVoucher);
    event LimitsSet(uint64 indexed route, address indexed token, Limits limits);
    event ClientProposed(uint64 indexed route, address client, uint64 atS);
    event ClientReplaced(uint64 indexed route, address client);
    /// @dev Route 0 stands for all.
    event Paused(uint64 indexed route, address by);
    event Unpaused(uint64 indexed route);
    event Killed(uint64 indexed route);

    /// @notice The caller is not who may do this.
    error NotAllowed(address caller);
    /// @notice The storage is not the one that this code was written for.
    error VersionWrong(uint64 expected, uint64 found);
    /// @notice A number, address or client that would mean "anything" or "never".
    error ValueRefused();
    /// @notice There is no such route.
    error RouteUnknown(uint64 route);
    /// @notice The route takes no packets.
    error RouteClosed(uint64 route);
    /// @notice The token is on the route already, or not yet.
    error AssetRefused(uint64 route, address token);
    /// @notice The delay has not passed.
    error TooEarly(uint64 atS);

    /// What this code's storage is; each upgrade's initialiser sets it.
    uint64 public constant VERSION = 1;
    /// Seconds that a new client has to stand in public before it is believed.
    uint64 public constant CLIENT_DELAY_S = 2 days;
    /// Longest delay of a large transfer.
    uint64 public constant DELAY_S_MAX = 7 days;
    /// Stands for the chain's own coin.
    address public constant COIN = 0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE;

    /// @notice Who deploys vouchers.
    IVoucherMaker public immutable voucherMaker;

    constructor(IVoucherMaker maker) {
        if (address(maker).code.length == 0) revert ValueRefused();
        voucherMaker = maker;
        version = type(uint64).max; // the implementation itself is nobody's gateway
    }

    /// @dev Ronin, August 2024: an upgrade whose initialiser was left out must not run at all.
    modifier current() {
        if (version != VERSION) revert VersionWrong(VERSION, version);
        _;
    }

    modifier onlyGovernor() {
        if (version != VERSION) revert VersionWrong(VERSION, version);
        if (msg.sender != governor) revert NotAllowed(msg.sender);
        _;
    }

    /// @notice Begin: called once, by the proxy's constructor.
    function initialise(address governor_, address guardian_) external {
        if (version != 0) revert VersionWrong(0, version);
        version = VERSION;
        emit Initialised(VERSION);
        _setGovernor(governor_);
        _setGuardian(guardian_);
    }

    /// @notice Name the next governor, who has to accept.
    function proposeGovernor(address next) external onlyGovernor {
        nextGovernor = next;
        emit GovernorProposed(next);
    }

    /// @notice Become the governor.
    function acceptGovernor() external current {
        if (msg.sender != nextGovernor) revert NotAllowed(msg.sender);
        nextGovernor = address(0);
        _setGovernor(msg.sender);
    }

    /// @notice Change who may pause.
    function setGuardian(address guardian_) external onlyGovernor {
        _setGuardian(guardian_);
    }

    /// @notice Join a new route to a bridge elsewhere, for ever; returns its number.
    function openRoute(
        uint256 remoteChainId,
        address remoteBridge,
        uint64 remoteRoute,
        IClient client
    ) external onlyGovernor returns (uint64 route_) {
        if (remoteBridge == address(0) || remoteRoute == 0) revert ValueRefused();
        if (remoteChainId == block.chainid) revert ValueRefused();
        _requireClient(client, remoteChainId);
        route_ = ++routeCount;
        Route storage route = routes[route_];
        (route.remoteChainId, route.remoteBridge) = (remoteChainId, remoteBridge);
        (route.remoteRoute, route.client, route.nextSequence) = (remoteRoute, client, 1);
        emit RouteOpened(route_, remoteChainId, remoteBridge, remoteRoute, address(client));
    }

    /// @notice Let a token of this chain, or its coin, cross a route.
    function registerToken(uint64 route_, address token, Limits calldata limits) external onlyGovernor {
        _routeOf(route_);
        if (token == address(this) || (token != COIN && token.code.length == 0)) revert ValueRefused();
        _register(route_, token, address(0), limits);
    }

    /// @notice Let a token of the other chain come here, as a voucher; returns its address.
    function registerVoucher(
        uint64 route_,
        address remoteToken,
        string calldata name,
        string calldata symbol,
        uint8 decimals,
        Limits calldata limits
    ) external onlyGovernor returns (address voucher) {
        _routeOf(route_);
        if (remoteToken == address(0) || decimals > 18) revert ValueRefused();
        if (vouchers[route_][remoteToken] != address(0)) revert AssetRefused(route_, remoteToken);
        voucher = voucherMaker.make(route_, remoteToken, name, symbol, decimals);
        if (voucher.code.length == 0) revert ValueRefused();
        vouchers[route_][remoteToken] = voucher;
        _register(route_, voucher, remoteToken, limits);
    }

    /// @notice Change how much of an asset may leave.
    function setLimits(uint64 route_, address token, Limits calldata limits) external onlyGovernor {
        if (!assets[route_][token].isKnown) revert AssetRefused(route_, token);
        _setLimits(route_, token, limits);
    }

    /// @notice Name another client for a route, as after a freeze; it may be taken after a delay.
    function proposeClient(uint64 route_, IClient client) external onlyGovernor {
        Route storage route = _routeOf(route_);
        _requireClient(client, route.remoteChainId);
        route.nextClient = client;
        route.nextClientAtS = uint64(block.timestamp) + CLIENT_DELAY_S;
        emit ClientProposed(route_, address(client), route.nextClientAtS);
    }

    /// @notice Take the other client, when the delay has passed and it is live.
    function replaceClient(uint64 route_) external onlyGovernor {
        Route storage route = _routeOf(route_);
        IClient client = route.nextClient;
        if (block.timestamp < route.nextClientAtS) revert TooEarly(route.nextClientAtS);
        _requireClient(client, route.remoteChainId);
        (route.client, route.nextClient, route.nextClientAtS) = (client, IClient(address(0)), 0);
        emit ClientReplaced(route_, address(client));
    }

    /// @notice Stop sends, deliveries and releases of a route, or of all (0). Never refunds.
    function pause(uint64 route_) external current {
        if (msg.sender != guardian && msg.sender != governor) revert NotAllowed(msg.sender);
        if (route_ == 0) isPaused = true;
        else _routeOf(route_).isPaused = true;
        emit Paused(route_, msg.sender);
    }

    /// @notice Go on with a route, or with all (0) that are not paused one by one.
    function unpause(uint64 route_) external onlyGovernor {
        if (route_ == 0) isPaused = false;
        else _routeOf(route_).isPaused = false;
        emit Unpaused(route_);
    }

    /// @notice Close a route for ever: from now on packets are settled or refunded, none moves.
    function kill(uint64 route_) external onlyGovernor {
        _routeOf(route_).isKilled = true;
        emit Killed(route_);
    }

    function _routeOf(uint64 route_) internal view returns (Route storage route) {
        route = routes[route_];
        if (route.nextSequence == 0) revert RouteUnknown(route_);
    }

    /// @dev The route, refused while it takes no packets.
    function _openRoute(uint64 route_) internal view returns (Route storage route) {
        route = _routeOf(route_);
        if (isPaused || route.isPaused || route.isKilled) revert RouteClosed(route_);
    }

    function _here(uint64 route_) internal view returns (End memory) {
        return End(block.chainid, address(this), route_);
    }

    function _there(Route storage route) internal view returns (End memory) {
        return End(route.remoteChainId, route.remoteBridge, route.remoteRoute);
    }

    function _register(uint64 route_, address token, address remoteToken, Limits calldata limits) private {
        Asset storage asset = assets[route_][token];
        if (asset.isKnown) revert AssetRefused(route_, token);
        (asset.isKnown, asset.isVoucher, asset.remoteToken) = (true, remoteToken != address(0), remoteToken);
        registrations[token]++;
        emit AssetRegistered(route_, token, remoteToken, asset.isVoucher);
        _setLimits(route_, token, limits);
    }

    function _setLimits(uint64 route_, address token, Limits calldata limits) private {
        bool isDelayed = limits.delayFrom != 0;
        // A minimum of nothing would let packets of nothing through.
        if (limits.amountMin == 0 || limits.delayS > DELAY_S_MAX) revert ValueRefused();
        if (isDelayed != (limits.delayS != 0)) revert ValueRefused();
        Asset storage asset = assets[route_][token];
        asset.bucket.set(limits.capacity, limits.refillPerS);
        (asset.amountMin, asset.delayFrom, asset.delayS) = (limits.amountMin, limits.delayFrom, limits.delayS);
        emit LimitsSet(route_, token, limits);
    }

    function _requireClient(IClient client, uint256 remoteChainId) private view {
        if (address(client).code.length == 0 || remoteChainId == 0) revert ValueRefused();
        if (client.remoteChainId() != remoteChainId || !client.isLive()) revert ValueRefused();
    }

    function _setGovernor(address next) private {
        if (next == address(0) || next == guardian) revert ValueRefused();
        governor = next;
        emit GovernorChanged(next);
    }

    function _setGuardian(address next) private {
        if (next == address(0) || next == governor) revert ValueRefused();
        guardian = next;
        emit GuardianChanged(next);
    }
}
