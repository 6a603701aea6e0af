// SPDX-License-Identifier: Apache-2.0
// Rendered from modules/compute/module.py by `python -m cli.render`; not to be edited.
pragma solidity ^0.8.20;

/// @dev Where the module lives on every chain.
address constant COMPUTE_ADDRESS = 0x0000000000000000000000000000000000000A00;

/// @dev The module, ready to be called.
ICompute constant COMPUTE = ICompute(COMPUTE_ADDRESS);

/// @notice Compute that is paid for when it was done.
interface ICompute {
    /// @dev What is asked for.
    enum Kind {
        JOB,
        LEASE
    }

    /// @dev How firmly a lease holds.
    enum Tenure {
        ON_DEMAND,
        SPOT,
        RESERVED
    }

    /// @dev How a result is proven; a dispute may only go up.
    enum Level {
        NONE,
        REQUESTER,
        REDUNDANCY,
        AUDIT,
        ATTESTED,
        BISECTION,
        JURY
    }

    /// @dev Where an order stands, from its opening to the last coin.
    enum OrderState {
        NOTHING,
        OPEN,
        CANCELLED,
        EXPIRED,
        RESERVED,
        MATCHED,
        FAILED_START,
        RUNNING,
        PAUSED,
        LOW_FUNDS,
        RECLAIMING,
        SUBMITTED,
        DISPUTED,
        MISSED,
        ACCEPTED,
        RESOLVED,
        CLOSED,
        CLOSED_FUNDS,
        SETTLED
    }

    /// @dev Why an order moved: 1 to 63 its owner, 64 to 127 the provider, from 128 on the network.
    enum Reason {
        NONE,
        OWNER_OPENED,
        OWNER_CANCELLED,
        OWNER_CHOSE,
        OWNER_ACCEPTED,
        OWNER_LEFT,
        OWNER_PAUSED,
        OWNER_RESUMED,
        OWNER_DISPUTED,
        OWNER_TOPPED_UP,
        RESERVED_10,
        RESERVED_11,
        RESERVED_12,
        RESERVED_13,
        RESERVED_14,
        RESERVED_15,
        RESERVED_16,
        RESERVED_17,
        RESERVED_18,
        RESERVED_19,
        RESERVED_20,
        RESERVED_21,
        RESERVED_22,
        RESERVED_23,
        RESERVED_24,
        RESERVED_25,
        RESERVED_26,
        RESERVED_27,
        RESERVED_28,
        RESERVED_29,
        RESERVED_30,
        RESERVED_31,
        RESERVED_32,
        RESERVED_33,
        RESERVED_34,
        RESERVED_35,
        RESERVED_36,
        RESERVED_37,
        RESERVED_38,
        RESERVED_39,
        RESERVED_40,
        RESERVED_41,
        RESERVED_42,
        RESERVED_43,
        RESERVED_44,
        RESERVED_45,
        RESERVED_46,
        RESERVED_47,
        RESERVED_48,
        RESERVED_49,
        RESERVED_50,
        RESERVED_51,
        RESERVED_52,
        RESERVED_53,
        RESERVED_54,
        RESERVED_55,
        RESERVED_56,
        RESERVED_57,
        RESERVED_58,
        RESERVED_59,
        RESERVED_60,
        RESERVED_61,
        RESERVED_62,
        RESERVED_63,
        PROVIDER_STARTED,
        PROVIDER_SUBMITTED,
        PROVIDER_MAINTENANCE,
        PROVIDER_PREEMPTED,
        PROVIDER_KILLED,
        RESERVED_69,
        RESERVED_70,
        RESERVED_71,
        RESERVED_72,
        RESERVED_73,
        RESERVED_74,
        RESERVED_75,
        RESERVED_76,
        RESERVED_77,
        RESERVED_78,
        RESERVED_79,
        RESERVED_80,
        RESERVED_81,
        RESERVED_82,
        RESERVED_83,
        RESERVED_84,
        RESERVED_85,
        RESERVED_86,
        RESERVED_87,
        RESERVED_88,
        RESERVED_89,
        RESERVED_90,
        RESERVED_91,
        RESERVED_92,
        RESERVED_93,
        RESERVED_94,
        RESERVED_95,
        RESERVED_96,
        RESERVED_97,
        RESERVED_98,
        RESERVED_99,
        RESERVED_100,
        RESERVED_101,
        RESERVED_102,
        RESERVED_103,
        RESERVED_104,
        RESERVED_105,
        RESERVED_106,
        RESERVED_107,
        RESERVED_108,
        RESERVED_109,
        RESERVED_110,
        RESERVED_111,
        RESERVED_112,
        RESERVED_113,
        RESERVED_114,
        RESERVED_115,
        RESERVED_116,
        RESERVED_117,
        RESERVED_118,
        RESERVED_119,
        RESERVED_120,
        RESERVED_121,
        RESERVED_122,
        RESERVED_123,
        RESERVED_124,
        RESERVED_125,
        RESERVED_126,
        RESERVED_127,
        NETWORK_TTL,
        NETWORK_MATCHED,
        NETWORK_NOT_STARTED,
        NETWORK_DEADLINE,
        NETWORK_DEPLETED,
        NETWORK_UNFUNDED,
        NETWORK_VANISHED,
        NETWORK_WINDOW,
        NETWORK_TERM,
        NETWORK_RESERVATION,
        NETWORK_PAUSE_OVER,
        NETWORK_DISPUTED,
        NETWORK_RULED,
        NETWORK_NO_VERDICT,
        NETWORK_HOLDBACK,
        NETWORK_DISPLACED,
        NETWORK_TOPPED_UP
    }

    /// @dev Where a bid stands; its bond is locked while it is OPEN, BACKUP or WON.
    enum BidState {
        NOTHING,
        OPEN,
        BACKUP,
        WON,
        WITHDRAWN,
        EVICTED,
        LOST,
        ENDED
    }

    /// @dev Whether an account offers compute.
    enum ProviderState {
        NOTHING,
        ACTIVE,
        RETIRED
    }

    /// @dev Whether a standing authority to spend is in force.
    enum PolicyState {
        NOTHING,
        ACTIVE,
        REVOKED,
        EXPIRED
    }

    /// @dev A property by key and value, as hashes or short words of 32 bytes.
    struct Attribute {
        bytes32 key;
        bytes32 value;
    }

    /// @dev How many engagements at a time a provider takes in one class of machines.
    struct Capacity {
        bytes32 capacityClass;
        uint256 slots;
    }

    /// @dev What a result must stand up to; fixed with the order, part of the claim.
    ///
    /// `copies` counts the workers of REDUNDANCY, the first one included (0 at other levels).
    /// `profile` names the determinism profile: model, tokenizer, kernels and the metric of
    /// distance, as a hash of its text. `tolerance` is the largest distance between two results
    /// that still counts as equal, in the metric's units. `program` is the hash of the integer
    /// machine's first state for BISECTION, which binds the code and the input; zero for none.
    /// `canary` is the seal of a result that the payer knows to be wrong (`canary_seal`); anything
    /// else means nothing, so nobody can tell a canary from work.
    struct ClaimTerms {
        Level level;
        uint256 copies;
        bytes32 profile;
        uint256 tolerance;
        bytes32 program;
        bytes32 canary;
    }

    /// @dev What an order asks for; fixed when it is opened.
    ///
    /// `spec` is the hash of what is to be run; the bytes travel beside the chain. `price_max_wei`
    /// is for one metered unit of a job or one block of a lease. Without `auction_blocks` the
    /// requester picks a bid, with them the cheapest eligible one wins at their end. `run_blocks`
    /// is the time of a job or of each of its `milestones`; `duration_blocks` ends a lease (0: the
    /// longest there is). `start_height` and `reservation_wei` are for reserved leases: where the
    /// owner cancels before the start, the provider keeps the reservation. `reclaim_blocks` is the
    /// shortest notice the tenant takes. `policy` tops the lease up with `top_up_wei` at a time
    /// when it runs dry. `provider_policy` is the access policy that whoever serves must satisfy; 0
    /// for everybody.
    struct OrderTerms {
        Kind kind;
        Tenure tenure;
        bytes32 spec;
        bytes32 capacityClass;
        Attribute[] attributes;
        uint256 tierMin;
        uint256 priceMaxWei;
        address provider;
        bool wantsBackup;
        uint64 auctionBlocks;
        uint64 ttlBlocks;
        uint64 runBlocks;
        uint256 milestones;
        uint64 durationBlocks;
        uint64 startHeight;
        uint256 reservationWei;
        uint64 reclaimBlocks;
        uint256 policy;
        uint256 topUpWei;
        ClaimTerms claim;
        uint256 providerPolicy;
    }

    /// @dev What a provider says in a bid.
    struct Offer {
        uint256 priceWei;
        uint256 pausePriceWei;
        uint64 reclaimBlocks;
        uint256 device;
        uint256 displaces;
    }

    /// @dev What a standing policy lets others spend.
    ///
    /// Who may open orders under it (`spender`, zero for anybody), with which provider (zero for
    /// any), how much for one order and for all orders of a period, until which height, and what
    /// every order must ask for at least.
    struct PolicyTerms {
        address spender;
        address provider;
        uint256 jobWeiMax;
        uint256 periodWeiMax;
        uint64 periodBlocks;
        uint64 expiresAt;
        Level levelMin;
        uint256 tierMin;
        Attribute[] attributes;
    }

    /// @dev The market's rules; an order lives by those that stood when it was matched.
    struct ComputeParams {
        uint256 minDepositWei;
        uint256 bidBondWeiMin;
        uint16 bidBondBps;
        uint256 bidsMax;
        uint64 orderTtlBlocksMax;
        uint64 startTimeoutBlocks;
        uint64 runBlocksMax;
        uint64 leaseBlocksMax;
        uint256 milestonesMax;
        uint64 graceBlocks;
        uint64 reclaimBlocksMin;
        uint64 reclaimBlocksMax;
        uint64 spotNoticeBlocks;
        uint64 pauseBlocksMax;
        uint64 heartbeatBlocks;
        uint64 holdbackBlocks;
        uint64 verdictTimeoutBlocks;
        uint16 stalledWorkerBps;
        uint16 takeBps;
        uint16 takeBurnBps;
        uint16 slashStartBps;
        uint16 slashMissBps;
        uint16 slashFraudBps;
        uint16 slashRequesterBps;
        uint256 pokeRewardWei;
        uint64 policyBlocksMax;
        uint256 requesterPolicy;
    }

    /// @dev An order as it was opened; the opener, if another, may only pick a bid or cancel.
    struct Order {
        address requester;
        uint64 expiresAt;
        Kind kind;
        address opener;
        uint64 openedAt;
    }

    /// @dev What changes in an order's life.
    ///
    /// `until` is the deadline of the state's own wait, `timer_at` the tick at which the queue
    /// holds an entry. `due_wei` is what the submitted result, or the dispute, is about.
    struct Progress {
        OrderState state;
        uint256 milestone;
        uint64 until;
        uint64 timerAt;
        uint256 newestStep;
        uint64 auctionAt;
        uint256 bid;
        uint256 backup;
        uint256 claim;
        uint256 dueWei;
        uint256 policyDrawnWei;
    }

    /// @dev One order's money, in wei.
    ///
    /// deposited == unspent + earned + fees + refunded, always; `reserve_wei` is the part of what
    /// is unspent that waits for fees. `earned_wei` counts all providers of the order, before the
    /// take.
    struct Ledger {
        uint256 depositedWei;
        uint256 earnedWei;
        uint256 refundedWei;
        uint256 reserveWei;
        uint256 feesWei;
    }

    /// @dev The parameters that an order was matched under.
    struct Rules {
        uint16 takeBps;
        uint16 takeBurnBps;
        uint16 slashStartBps;
        uint16 slashMissBps;
        uint16 slashFraudBps;
        uint16 slashRequesterBps;
        uint16 stalledWorkerBps;
        uint64 startTimeoutBlocks;
        uint64 graceBlocks;
        uint64 pauseBlocksMax;
        uint64 spotNoticeBlocks;
        uint64 heartbeatBlocks;
        uint64 holdbackBlocks;
        uint64 verdictTimeoutBlocks;
        uint64 leaseBlocksMax;
    }

    /// @dev One order, whole.
    struct OrderView {
        uint256 number;
        Order order;
        OrderTerms terms;
        Progress progress;
        address provider;
        uint256 priceWei;
        Ledger ledger;
        Rules rules;
    }

    /// @dev One entry of an order's timeline.
    struct Step {
        uint64 height;
        OrderState state;
        Reason reason;
    }

    /// @dev What one funder put into an order, and what became of it.
    struct DepositEntry {
        address funder;
        uint256 policy;
        uint256 depositedWei;
        uint256 spentWei;
        uint256 refundedWei;
    }

    /// @dev A lease as it stands now, settled in thought.
    struct Lease {
        uint256 rateWei;
        uint256 earnedWei;
        uint256 paidWei;
        uint256 claimableWei;
        uint256 heldWei;
        uint256 availableWei;
        uint64 depletesAt;
        uint64 blocksLeft;
        uint64 heartbeatBy;
        uint64 endsAt;
    }

    /// @dev An offer: a price for a unit or a block, and what stands behind it.
    ///
    /// `pause_price_wei` is paid for each block in which the tenant pauses. `device` is the device
    /// that will serve, 0 for none; `displaces` is a spot lease of the bidder that makes room.
    struct Bid {
        address provider;
        uint256 order;
        uint256 bondWei;
        uint64 placedAt;
        BidState state;
        uint256 priceWei;
        uint256 pausePriceWei;
        uint64 reclaimBlocks;
        uint256 device;
        uint256 displaces;
    }

    /// @dev Who offers compute, its endpoint, and its bond: free, or locked behind bids.
    struct Provider {
        ProviderState state;
        string uri;
        uint256 freeWei;
        uint256 lockedWei;
        uint256 paidWei;
        uint256 slashedWei;
        uint256 ended;
    }

    /// @dev A standing policy, the coins that stand behind it, and what this period has taken.
    struct Policy {
        address owner;
        PolicyState state;
        uint256 balanceWei;
        uint64 periodStart;
        uint256 periodSpentWei;
        PolicyTerms terms;
    }

    /// @dev Where the module's coins are, by kind, in wei.
    struct Totals {
        uint256 escrowWei;
        uint256 earnedWei;
        uint256 bondsWei;
        uint256 policiesWei;
    }

    /// @dev How many engagements are under way, and how many there could be at a time.
    struct Slots {
        uint256 busy;
        uint256 declared;
    }

    /// @dev What the market has moved so far: orders ended, pay before the take, and its legs in
    /// wei.
    struct Revenue {
        uint256 paidOrders;
        uint256 grossWei;
        uint256 burnedWei;
        uint256 treasuryWei;
        uint256 refundedWei;
        uint256 slashedWei;
    }

    /// @notice The policy does not admit the account; `reasons` are the bits of what stands in the
    /// way.
    error Denied(uint256 policy, address account, uint256 reasons);

    /// @notice The call is for others: whoever has one of these roles.
    error RoleForbids(string call, string roles);

    /// @notice What is in this state does not take the call.
    error StateForbids(string machine, string state, string call);

    /// @notice Attributes are at most so many, each key once, none of them zero.
    error AttributesInvalid(uint256 maximum, uint256 found);

    /// @notice The order pays no more than this for a unit or a block.
    error BidTooHigh(uint256 maximumWei, uint256 foundWei);

    /// @notice The order has all the open bids it takes, and the worst of them is no worse than
    /// this one.
    error BidsFull(uint256 worstWei);

    /// @notice The provider has less free bond than this takes.
    error BondTooSmall(uint256 neededWei, uint256 foundWei);

    /// @notice Classes of capacity are at most so many, each once, of at most 100,000 slots.
    error CapacityInvalid(uint256 maximum, uint256 found);

    /// @notice The result is before the verifier already.
    error ClaimOpen(uint256 claim);

    /// @notice More coins are needed: what is asked at least, and the reserve for fees.
    error DepositTooSmall(uint256 neededWei, uint256 foundWei);

    /// @notice The escrow does not cover the verifier's fee; anyone may top it up.
    error EscrowTooSmall(uint256 neededWei, uint256 foundWei);

    /// @notice No open bid of an eligible provider is there.
    error NoEligibleBid(uint256 order);

    /// @notice The provider is not what the order asks for.
    error NotEligible(string reason);

    /// @notice No deadline of the order has passed.
    error NothingDue(uint256 order);

    /// @notice There is nothing that could be paid out.
    error NothingToMove();

    /// @notice The bid is for another order, or not open any more.
    error OtherOrder(uint256 bid);

    /// @notice The policy does not allow this.
    error PolicyForbids(string reason);

    /// @notice A result is sealed by a hash that is not zero.
    error SealMissing();

    /// @notice A field must lie between these.
    error TermsInvalid(string field, uint256 minimum, uint256 maximum, uint256 found);

    /// @notice So many accounts fund the order already; those may add to what they gave.
    error TooManyFunders(uint256 maximum);

    /// @notice No access policy has this number.
    error UnknownAccessPolicy(uint256 policy);

    /// @notice Nothing of this kind has this number.
    error UnknownNumber(string what, uint256 number);

    /// @notice An endpoint is 1 to 256 bytes of UTF-8.
    error UriInvalid(uint256 bytesMax, uint256 foundBytes);

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

    /// @notice A bid went on; its bond is free unless it is OPEN, BACKUP or WON.
    event BidMoved(uint256 indexed bid, uint256 indexed order, BidState state);

    /// @notice A provider offers to serve an order.
    event BidPlaced(
        uint256 indexed bid,
        uint256 indexed order,
        address indexed provider,
        uint256 priceWei,
        uint256 bondWei
    );

    /// @notice A provider put coins behind its bids.
    event BondDeposited(address indexed provider, uint256 amountWei);

    /// @notice A provider lost bond: to whom, and why.
    event BondSlashed(
        uint256 indexed order,
        address indexed provider,
        uint256 requesterWei,
        uint256 treasuryWei,
        uint256 verifierWei,
        Reason reason
    );

    /// @notice A provider took free bond back.
    event BondWithdrawn(address indexed provider, uint256 amountWei);

    /// @notice A lease's money now lasts until this height, as far as is known.
    event DepletionPredicted(uint256 indexed order, uint64 height);

    /// @notice A provider was paid; `gross_wei` is the payer's cost, the take is its part that is
    /// not.
    event EarningsPaid(
        uint256 indexed order,
        address indexed provider,
        uint256 grossWei,
        uint256 burnedWei,
        uint256 treasuryWei
    );

    /// @notice A lessor said that it serves; what was earned so far is proven.
    event HeartbeatSeen(uint256 indexed order, uint64 height);

    /// @notice A bid won an order; the backup, if there is one, waits with its bond.
    event Matched(
        uint256 indexed order,
        address indexed provider,
        uint256 bid,
        uint256 backup,
        uint256 priceWei
    );

    /// @notice An order went from one state to the next, for a reason of its owner, provider or
    /// network.
    event OrderMoved(
        uint256 indexed order,
        OrderState source,
        OrderState target,
        Reason reason,
        uint64 height
    );

    /// @notice Somebody asks for compute; the budget and the reserve for fees are locked.
    event OrderOpened(
        uint256 indexed order,
        address indexed requester,
        address indexed opener,
        Kind kind,
        uint256 budgetWei,
        uint256 reserveWei
    );

    /// @notice A spending policy was made, funded, revoked, or expired; what stands behind it now.
    event PolicyChanged(
        uint256 indexed policy,
        address indexed owner,
        PolicyState state,
        uint256 balanceWei
    );

    /// @notice Coins of a policy went into an order.
    event PolicyDrawn(uint256 indexed policy, uint256 indexed order, uint256 amountWei);

    /// @notice Coins that an order did not spend went back into the policy they came from.
    event PolicyRefunded(uint256 indexed policy, uint256 indexed order, uint256 amountWei);

    /// @notice A provider registered, changed what it declares, or retired.
    event ProviderChanged(address indexed provider, ProviderState state, string uri);

    /// @notice What an order did not spend went back to who had paid it in.
    event Refunded(uint256 indexed order, address indexed funder, uint256 amountWei);

    /// @notice A provider delivered: the seal of the result, the units used, and what they cost.
    event ResultSubmitted(
        uint256 indexed order,
        address indexed provider,
        uint256 milestone,
        bytes32 seal,
        uint256 units,
        uint256 dueWei,
        uint256 claim
    );

    /// @notice The backup took the order over from a provider that failed, left or vanished.
    event RolledOver(
        uint256 indexed order,
        address indexed source,
        address indexed target,
        Reason reason
    );

    /// @notice A ruling, or the default for none, settled a claim: what the worker got of what was
    /// due.
    event Ruled(
        uint256 indexed order,
        uint256 claim,
        uint256 dueWei,
        uint256 workerWei,
        uint256 forfeitWei,
        Reason reason
    );

    /// @notice Coins joined an order's budget; `policy` is where they came from, 0 for an account.
    event ToppedUp(
        uint256 indexed order,
        address indexed funder,
        uint256 policy,
        uint256 amountWei
    );

    /// @notice What a vanished lessor would have earned since its last heartbeat stays the
    /// tenant's.
    event UnprovenTakenBack(uint256 indexed order, address indexed provider, uint256 amountWei);

    /// @notice Coins moved on a module's word: the one event of every `move`.
    event CoinsMoved(address source, address target, uint256 amountWei, string reason);

    /// @notice An invariant of the module failed; its calls are refused until governance resumes
    /// it.
    event ModulePaused(string invariant);

    /// @notice Governance resumed the module.
    event ModuleResumed();

    /// @notice A deadline's handling was refused and undone; the deadline is spent.
    event TimerFailed(uint256 kind, uint256 key, string reason);

    /// @notice Offer compute at an endpoint; coins sent are free bond.
    function registerProvider(
        string calldata uri,
        Attribute[] calldata attributes,
        Capacity[] calldata capacities
    ) external payable;

    /// @notice Replace what the provider declares; bids must still fit when they are to win.
    function updateProvider(
        string calldata uri,
        Attribute[] calldata attributes,
        Capacity[] calldata capacities
    ) external;

    /// @notice Add the coins sent to the provider's free bond.
    function depositBond() external payable;

    /// @notice Take free bond back, exactly as much as is asked.
    function withdrawBond(uint256 amountWei) external;

    /// @notice Offer no more; what is under way goes on.
    function retireProvider() external;

    /// @notice Ask for compute. The coins sent are the budget and the reserve for fees (`reserve`).
    ///
    /// Returns the order's number.
    function openOrder(OrderTerms calldata terms) external payable returns (uint256);

    /// @notice Ask for compute with a policy's coins, in its owner's name; returns the order.
    function openUnderPolicy(
        uint256 policy,
        OrderTerms calldata terms,
        uint256 valueWei
    ) external returns (uint256);

    /// @notice Withdraw an order before it begins; everything but a reservation comes back.
    function cancelOrder(uint256 order) external;

    /// @notice Offer to serve an order; bond is locked. Returns the bid's number.
    function placeBid(uint256 order, Offer calldata offer) external returns (uint256);

    /// @notice Take a bid back that has not won; its bond is free.
    function withdrawBid(uint256 bid) external;

    /// @notice Pick a bid: the order is matched under the parameters of this block.
    function acceptBid(uint256 order, uint256 bid) external;

    /// @notice Match an order with its cheapest eligible bid before the auction's end.
    function matchOrder(uint256 order) external;

    /// @notice Say as the provider that the work begins.
    function start(uint256 order) external;

    /// @notice Deliver a result, or the next checkpoint: its seal and the metered units.
    ///
    /// Pay is the units at the bid's price, at most the checkpoint's part of the budget. Returns
    /// the number of the verifier's claim; 0 where nobody judges, or nobody can now (see `judge`).
    function submitResult(uint256 order, bytes32 seal, uint256 units) external returns (uint256);

    /// @notice Say as the requester that a result is good: that is final, and need not wait.
    function acceptResult(uint256 order) external;

    /// @notice Bring a result before the verifier that was down when it came; returns the claim.
    function judge(uint256 order) external returns (uint256);

    /// @notice Add the coins sent to an order's budget; whoever gave them gets the rest back.
    function topUp(uint256 order) external payable;

    /// @notice Stop a lease's service, at the bid's price for pauses, for a limited time.
    function pause(uint256 order) external;

    /// @notice Go on with a paused lease.
    function resume(uint256 order) external;

    /// @notice Say as the lessor that the lease is served; what was earned so far is proven.
    function heartbeat(uint256 order) external;

    /// @notice Give notice as the lessor, for maintenance or to take a spot lease back.
    function reclaim(uint256 order) external;

    /// @notice End a lease as the lessor at once: bond is slashed, unless it is a spot lease.
    function kill(uint256 order) external;

    /// @notice End a lease as the tenant at once.
    function endLease(uint256 order) external;

    /// @notice Write down what a lease earned up to now; when it is done changes no amount.
    function settle(uint256 order) external;

    /// @notice Pay the lessor what is older than the holdback; returns it, before the take.
    function withdrawEarnings(uint256 order) external returns (uint256);

    /// @notice End a lease as the tenant and bring the earnings that are held back before a jury.
    ///
    /// The bond of the dispute is taken from what the tenant deposited with the verifier.
    function disputeLease(uint256 order, bytes32 evidence) external returns (uint256);

    /// @notice Do what is overdue for an order; the reserve pays for it.
    function poke(uint256 order) external;

    /// @notice Let others open orders with the coins sent, within caps; returns the policy's
    /// number.
    function createPolicy(PolicyTerms calldata terms) external payable returns (uint256);

    /// @notice Put the coins sent behind a policy.
    function fundPolicy(uint256 policy) external payable;

    /// @notice End a policy; what is left comes back, orders under it go on.
    function revokePolicy(uint256 policy) external;

    /// @notice Return the governed parameters.
    function params() external view returns (ComputeParams memory);

    /// @notice Return one order, whole; refused where there is none.
    function order(uint256 number) external view returns (OrderView memory);

    /// @notice Return the numbers, from `first` on, of orders that take bids, at most PAGE_MAX.
    function openOrderNumbers(
        uint256 first,
        uint256 limit
    ) external view returns (uint256[] memory);

    /// @notice Return the numbers of an account's orders, oldest first, at most PAGE_MAX.
    function ordersOf(
        address requester,
        uint256 offset,
        uint256 limit
    ) external view returns (uint256[] memory);

    /// @notice Return how many orders there were; they are numbered from 1.
    function orderTotal() external view returns (uint256);

    /// @notice Return an order's steps, oldest first; where there were too many, the last is kept.
    function timeline(uint256 number) external view returns (Step[] memory);

    /// @notice Return who paid into an order and what became of it, as if it was closed now.
    function fundersOf(uint256 number) external view returns (DepositEntry[] memory);

    /// @notice Return the height of an order's next deadline, 0 where it waits for nothing.
    function nextDeadline(uint256 number) external view returns (uint64);

    /// @notice Return a lease as it stands in this block: earnings, predicted depletion, deadlines.
    function lease(uint256 number) external view returns (Lease memory);

    /// @notice Return what of the coins sent with an order would be kept aside for fees.
    function reserve(OrderTerms calldata terms, uint256 valueWei) external view returns (uint256);

    /// @notice Return one bid; refused where there is none.
    function bid(uint256 number) external view returns (Bid memory);

    /// @notice Return the numbers of an order's open bids.
    function openBidsOn(uint256 order) external view returns (uint256[] memory);

    /// @notice Return a provider with its bonds and what it was paid; in state NOTHING if unknown.
    function provider(address account) external view returns (Provider memory);

    /// @notice Return accounts that registered as providers, in that order, at most PAGE_MAX.
    function providerPage(uint256 offset, uint256 limit) external view returns (address[] memory);

    /// @notice Return what a provider declares.
    function attributesOf(address provider) external view returns (Attribute[] memory);

    /// @notice Return the slots of each class that a provider has free.
    function capacitiesOf(address provider) external view returns (Capacity[] memory);

    /// @notice Return the orders that a provider's bond stands behind, at most PAGE_MAX.
    function engagementsOf(
        address provider,
        uint256 offset,
        uint256 limit
    ) external view returns (uint256[] memory);

    /// @notice Return one policy; refused where there is none.
    function policy(uint256 number) external view returns (Policy memory);

    /// @notice Return what a new order may take of a policy now, in wei.
    function policyAllowance(uint256 number) external view returns (uint256);

    /// @notice Return the numbers of an account's policies, oldest first, at most PAGE_MAX.
    function policiesOf(
        address owner,
        uint256 offset,
        uint256 limit
    ) external view returns (uint256[] memory);

    /// @notice Return where the module's coins are.
    function totals() external view returns (Totals memory);

    /// @notice Return how much of the declared compute is in use.
    function slots() external view returns (Slots memory);

    /// @notice Return what the market moved so far.
    function revenue() external view returns (Revenue memory);
}
