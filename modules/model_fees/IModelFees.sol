// SPDX-License-Identifier: Apache-2.0
// Rendered from modules/model_fees/module.py by `python -m cli.render`; not to be edited.
pragma solidity ^0.8.20;

/// @dev Where the module lives on every chain.
address constant MODEL_FEES_ADDRESS = 0x0000000000000000000000000000000000000a03;

/// @dev The module, ready to be called.
IModelFees constant MODEL_FEES = IModelFees(MODEL_FEES_ADDRESS);

/// @notice Pay per use of a model, split among those who made it work.
interface IModelFees {
    /// @dev Whom a part of a payment is for.
    enum LegKind {
        TREASURY,
        INFRASTRUCTURE,
        REFERRER,
        AUTHOR,
        BASE,
        DATA
    }

    /// @dev How far a model is in its life; it never goes back.
    enum ModelStatus {
        REGISTERED,
        ACTIVE,
        DEPRECATED,
        RETIRED
    }

    /// @dev How far a channel is in its life.
    enum ChannelState {
        NOTHING,
        OPEN,
        ACTIVE,
        CLOSING,
        SETTLED,
        EXPIRED
    }

    /// @dev How far a dispute about a meter is.
    enum DisputeState {
        NOTHING,
        OPENED,
        SAMPLED,
        ANSWERED,
        JUDGED,
        CONVICTED,
        CLEARED,
        LAPSED
    }

    /// @dev How far a sender's fund for tickets is.
    enum FundState {
        NOTHING,
        FUNDED,
        UNLOCKING,
        RETURNED
    }

    /// @dev Why a voucher is not taken.
    enum Fault {
        NONE,
        UNKNOWN_CHANNEL,
        CHANNEL_OVER,
        WRONG_EPOCH,
        WRONG_LANE,
        SIGNATURE,
        NONCE,
        NOT_CUMULATIVE,
        OUT_OF_RANGE,
        ABOVE_PRICE,
        ABOVE_DEPOSIT,
        ABOVE_CAP,
        RATE,
        AGENT,
        NO_UNITS
    }

    /// @dev Wei for one token read and for one token written; 10**12 are a millionth of a coin.
    struct Prices {
        uint256 inputTokenPriceWei;
        uint256 outputTokenPriceWei;
    }

    /// @dev Who gets what the protocol fee leaves, in bps that sum to 10,000.
    ///
    /// Where nobody referred the payer, the author gets the referrers' part too, and always the
    /// dust.
    struct RevenueSplit {
        address infrastructure;
        uint16 authorBps;
        uint16 infrastructureBps;
        uint16 referrerBps;
    }

    /// @dev Somebody who sent the payer here, and their share of the referrers' leg in bps.
    struct Referrer {
        address account;
        uint16 shareBps;
    }

    /// @dev What is counted besides tokens, and what `scale` units of it cost, in wei.
    struct Meter {
        string name;
        uint256 priceWei;
        uint256 scale;
    }

    /// @dev A model that this one was made of, and its share in bps.
    struct BaseShare {
        string modelId;
        uint16 shareBps;
    }

    /// @dev A licensed asset that this model was made of, and its share in bps.
    struct DataShare {
        uint256 asset;
        uint16 shareBps;
    }

    /// @dev How prices follow use: a factor on the list price, moved once an epoch.
    ///
    /// Use is what was paid for in the epoch, at list prices, in bps of `capacity_wei`; above
    /// `high_bps` the factor rises by `step_bps` of the list price, below `low_bps` it falls. A
    /// capacity of zero: prices do not follow use.
    struct Band {
        uint256 capacityWei;
        uint16 lowBps;
        uint16 highBps;
        uint256 stepBps;
        uint256 floorBps;
        uint256 ceilingBps;
    }

    /// @dev What a model's terms say besides token prices and split.
    ///
    /// `meters` are those from number 2 on. `free_units` are free for every account in each period,
    /// meter by meter; nobody pays for them. At most `requests_max` requests are paid for in each
    /// window of a session (0: any). `policy` says who may use the model.
    struct Conditions {
        Meter[] meters;
        BaseShare[] bases;
        DataShare[] data;
        uint256[] freeUnits;
        uint64 freePeriodS;
        uint256 requestsMax;
        uint64 windowS;
        uint256 policy;
        Band band;
    }

    /// @dev What `scale` units of a meter cost, in wei.
    struct UnitPrice {
        uint256 priceWei;
        uint256 scale;
    }

    /// @dev A model that a session may pay for, and the most that units of each meter may cost.
    struct ModelLimit {
        string modelId;
        UnitPrice[] pricesMax;
    }

    /// @dev What a payer asks of a session.
    ///
    /// `payee` serves and redeems; zero for whoever the first model's terms name for
    /// infrastructure. At most `cap_wei` may be paid for each period begun since the session's
    /// start (0: any amount).
    struct SessionTerms {
        address payee;
        ModelLimit[] models;
        uint256 capWei;
        uint64 periodS;
        uint64 expiresS;
        address referrer;
    }

    /// @dev What a payer, or its agent, signs: all that one lane of a session owes up to now.
    ///
    /// Everything is cumulative from the session's start: `requests`, the units of each meter, and
    /// `amount_wei`. `nonce` grows with every voucher. `receipt_root` is the Merkle root over the
    /// receipts of all requests so far.
    struct Voucher {
        uint256 channel;
        uint256 epoch;
        uint256 lane;
        uint256 nonce;
        uint256 requests;
        uint256 units0;
        uint256 units1;
        uint256 units2;
        uint256 units3;
        uint256 units4;
        uint256 units5;
        uint256 amountWei;
        bytes32 receiptRoot;
    }

    /// @dev What a provider keeps of one request; the hash of it is a leaf under `receipt_root`.
    ///
    /// `before_wei` is what all earlier receipts of the lane's session charge together. `version`
    /// numbers the model's terms. `request` is the hash of what was asked and answered.
    struct Receipt {
        uint256 channel;
        uint256 epoch;
        uint256 lane;
        uint256 index;
        uint256 version;
        uint256 beforeWei;
        uint256 amountWei;
        uint256 units0;
        uint256 units1;
        uint256 units2;
        uint256 units3;
        uint256 units4;
        uint256 units5;
        bytes32 request;
    }

    /// @dev A receipt that answers a sample, with the siblings on its way up to the root.
    struct Opening {
        uint256 sample;
        Receipt receipt;
        bytes32[] path;
    }

    /// @dev What a sender signs instead of many payments: `face_wei`, with a chance.
    ///
    /// It wins where Keccak of the signature's r and s and of the recipient's preimage is below
    /// `win_threshold`; `recipient_seal` is the hash of the preimage, which the sender does not
    /// know.
    struct Ticket {
        address sender;
        address recipient;
        uint256 model;
        uint256 faceWei;
        uint256 winThreshold;
        uint256 nonce;
        bytes32 recipientSeal;
        uint256 expiresS;
    }

    /// @dev What the protocol takes, and how long a price must be announced.
    struct ModelFeesParams {
        uint16 protocolFeeBps;
        uint64 priceNoticeS;
        uint64 epochS;
        uint64 challengeS;
        uint64 channelSMax;
        uint256 channelsMax;
        uint256 depositMinWei;
        uint64 watchS;
        uint16 watchBps;
        uint64 agentNoticeS;
        uint256 factorBpsMin;
        uint256 factorBpsMax;
        uint256 factorStepBpsMax;
        uint256 providerBondMinWei;
        uint64 bondWaitS;
        uint64 disputeWindowS;
        uint64 answerS;
        uint64 verdictS;
        uint256 receiptSamples;
        uint256 overchargeMultiplierBps;
        uint256 disputeFeeWei;
        uint256 ticketFaceMinWei;
        uint64 ticketWaitS;
        uint64 ticketSMax;
    }

    /// @dev One part of a payment.
    struct Leg {
        LegKind kind;
        address recipient;
        uint256 amountWei;
    }

    /// @dev What a use costs and where each wei goes; `version` numbers the terms from 1.
    struct Quote {
        uint256 version;
        uint16 protocolFeeBps;
        uint256 totalWei;
        Leg[] legs;
    }

    /// @dev Prices and split from a moment on.
    struct Terms {
        uint64 effectiveS;
        Prices prices;
        RevenueSplit split;
    }

    /// @dev Use and revenue so far.
    struct Usage {
        uint256 payments;
        uint256 inputTokens;
        uint256 outputTokens;
        uint256 chargedWei;
        uint256 treasuryWei;
        uint256 infrastructureWei;
        uint256 referrersWei;
        uint256 authorWei;
        uint256 basesWei;
        uint256 dataWei;
    }

    /// @dev A model as queries show it; `terms` are those in force.
    struct Model {
        string modelId;
        address author;
        string metadataUri;
        ModelStatus status;
        uint64 registeredS;
        uint64 deprecatedS;
        uint256 versions;
        Terms terms;
        Usage usage;
    }

    /// @dev What a session pays, fixed at its start; prices with the factor in them.
    struct Tariff {
        uint256 model;
        string modelId;
        uint256 version;
        uint16 protocolFeeBps;
        uint256 factorBps;
        uint256 requestsMax;
        uint64 windowS;
        Meter[] meters;
    }

    /// @dev How a model is used in its epoch since then, in wei at list prices, and the factor.
    struct Demand {
        uint64 sinceS;
        uint256 valueWei;
        uint256 factorBps;
    }

    /// @dev What was paid for of a model.
    struct Use {
        uint256 payments;
        uint256 requests;
        uint256 chargedWei;
        uint256[] units;
    }

    /// @dev Who referred the payer, and what may be paid a period.
    struct Cap {
        address referrer;
        uint256 capWei;
        uint64 periodS;
    }

    /// @dev A channel as queries show it; `left_wei` is what vouchers may still take.
    struct Channel {
        uint256 number;
        ChannelState state;
        address payer;
        address payee;
        uint256 epoch;
        uint64 sessionS;
        uint64 expiresS;
        uint64 deadlineS;
        uint256 depositWei;
        uint256 paidWei;
        uint256 leftWei;
        uint256[] tariffs;
        Cap cap;
    }

    /// @dev How far one lane of a session is redeemed; the root's last 20 bytes are kept.
    struct Lane {
        uint256 nonce;
        uint256 requests;
        uint256[] units;
        uint256 amountWei;
        uint64 redeemedS;
        bytes32 receiptRoot;
    }

    /// @dev What an agent's key may sign for; `models` are numbers, none for all.
    struct Grant {
        uint256 capWei;
        uint64 periodS;
        uint64 grantedS;
        uint64 endsS;
        uint256 spentWei;
        uint256[] models;
    }

    /// @dev A payer's dispute about what a lane redeemed from `from_wei` to `until_wei`.
    ///
    /// Sampled are wei of that part: the receipt that charged for each must be opened. `answered`
    /// has a bit for each sample that was; `locked_wei` of the provider's bond waits for the end.
    struct Dispute {
        DisputeState state;
        address payer;
        address provider;
        uint256 lane;
        uint256 tariff;
        uint256 requests;
        uint256 fromWei;
        uint256 untilWei;
        uint256 root;
        bytes32 seed;
        uint256 samples;
        uint256 answered;
        uint256 multiplierBps;
        uint256 lockedWei;
        uint256 stakeWei;
        uint64 deadlineS;
        uint64 sinceAt;
        uint256 claim;
    }

    /// @dev What a provider stands behind its meters with.
    ///
    /// Of `leaving_wei`, which goes back at `leaves_s`, and of what is free, an overcharge is paid
    /// back; `locked_wei` waits for disputes that are open.
    struct Bond {
        uint256 freeWei;
        uint256 lockedWei;
        uint256 leavingWei;
        uint64 leavesS;
    }

    /// @dev What stands behind a sender's tickets: for all recipients, and reserved for each.
    struct TicketFund {
        FundState state;
        uint256 depositWei;
        uint256 reservedWei;
        uint64 unlocksS;
    }

    /// @notice The policy does not admit the account; `reasons` are the bits of what stands in the
    /// way.
    error Denied(uint256 policy, address account, uint256 reasons);

    /// @notice The call is for others: whoever has one of these roles.
    error RoleForbids(string call, string roles);

    /// @notice What is in this state does not take the call.
    error StateForbids(string machine, string state, string call);

    /// @notice The signature is not of the key that must have signed.
    error SignatureWrong(address expected, string reason);

    /// @notice A model's name is 1 to 64 characters of a-z, 0-9, '.', '_', '-' and '/'.
    error ModelIdInvalid(string found);

    /// @notice A model of this name stands on the register.
    error ModelExists(string modelId);

    /// @notice No model has this name.
    error UnknownModel(string modelId);

    /// @notice Only the model's author may do this.
    error NotAuthor(address author);

    /// @notice A metadata address must be shorter than this.
    error MetadataTooLong(uint256 bytesMax, uint256 foundBytes);

    /// @notice A token may cost no more than this.
    error PriceTooHigh(uint256 maximumWei, uint256 foundWei);

    /// @notice The shares of a split must sum to 10,000 bps and name who provides the
    /// infrastructure.
    error SplitInvalid(uint256 sumBps);

    /// @notice A model in this status does not allow it.
    error StatusInvalid(ModelStatus status);

    /// @notice New terms may take effect from here on.
    error NoticeTooShort(uint64 earliestS, uint64 foundS);

    /// @notice New terms may take effect at the latest here.
    error NoticeTooLong(uint64 latestS, uint64 foundS);

    /// @notice No terms wait to take effect.
    error NothingScheduled(string modelId);

    /// @notice A deprecated model may be retired from here on.
    error RetiredTooSoon(uint64 earliestS);

    /// @notice At least one token must be paid for.
    error NothingUsed();

    /// @notice One payment covers no more tokens of a kind than this.
    error TooManyTokens(uint256 maximum, uint256 found);

    /// @notice The charge is above the most the payer agreed to.
    error ChargeAboveLimit(uint256 maxTotalWei, uint256 chargeWei);

    /// @notice Fewer coins were sent than the use costs.
    error PaymentTooSmall(uint256 chargeWei, uint256 foundWei);

    /// @notice At most 4 referrers are named, each an account, with shares that sum to 10,000 bps.
    error ReferrersInvalid(uint256 referrers, uint256 sumBps);

    /// @notice These conditions cannot be a model's.
    error ConditionsRefused(string reason);

    /// @notice Units are given for meters that the model prices, below 2**64 each.
    error TooManyUnits(uint256 meters, uint256 found);

    /// @notice The model's terms allow no more requests in this window.
    error TooManyRequests(uint256 requestsMax);

    /// @notice This account may not serve this model.
    error ProviderRefused(string modelId, address provider);

    /// @notice No session can start on these terms.
    error SessionRefused(string reason);

    /// @notice A unit costs more than the payer agreed to.
    error PriceAboveLimit(string modelId, uint256 meter, uint256 limitWei, uint256 priceWei);

    /// @notice A channel takes no less than this.
    error DepositTooSmall(uint256 minimumWei, uint256 foundWei);

    /// @notice One payer may have no more channels open than this.
    error TooManyChannels(uint256 maximum);

    /// @notice No channel has this number.
    error UnknownChannel(uint256 channel);

    /// @notice The payee stands behind its meters with less bond than this.
    error BondTooSmall(uint256 minimumWei, uint256 foundWei);

    /// @notice A batch is 1 to so many vouchers of so many bytes each.
    error BatchInvalid(uint256 vouchersMax, uint256 voucherBytes, uint256 foundBytes);

    /// @notice This voucher is not taken.
    error VoucherInvalid(Fault fault);

    /// @notice What both sides signed is not what was paid.
    error StillOwed(uint256 signedWei, uint256 paidWei);

    /// @notice This may be done from here on.
    error TooEarly(uint64 earliestS);

    /// @notice This key cannot be an agent on these terms.
    error AgentRefused(string reason);

    /// @notice No tariff has this number.
    error UnknownTariff(uint256 tariff);

    /// @notice This cannot be disputed.
    error DisputeRefused(string reason);

    /// @notice No dispute has this number.
    error UnknownDispute(uint256 dispute);

    /// @notice This receipt does not account for what was sampled.
    error ReceiptInvalid(uint256 sample, string reason);

    /// @notice This ticket is not paid.
    error TicketRefused(string reason);

    /// @notice A ticket is paid whole or not at all: there is less behind it than this.
    error TicketsUnfunded(uint256 faceWei, uint256 foundWei);

    /// @notice A sender reserves for no more recipients than this.
    error TooManyRecipients(uint256 maximum);

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

    /// @notice An author put a model on the register.
    event ModelRegistered(
        address indexed author,
        string indexed model,
        string modelId,
        string metadataUri
    );

    /// @notice A model went on in its life.
    event ModelStatusChanged(string indexed model, string modelId, ModelStatus status);

    /// @notice New prices or a new split were announced.
    event TermsScheduled(string indexed model, string modelId, uint256 version, Terms terms);

    /// @notice Announced terms were withdrawn before they took effect.
    event TermsCancelled(string indexed model, string modelId, uint256 version);

    /// @notice A payer paid for tokens read and written, at the terms and the protocol fee in
    /// force.
    event ModelUsed(
        address indexed payer,
        string indexed model,
        string modelId,
        uint256 version,
        uint16 protocolFeeBps,
        uint256 inputTokens,
        uint256 outputTokens,
        uint256 totalWei
    );

    /// @notice One leg of a payment reached its recipient.
    event SplitPaid(
        string indexed model,
        address indexed recipient,
        LegKind kind,
        uint256 amountWei
    );

    /// @notice A version of a model's terms has other conditions than those before it.
    event ConditionsSet(string indexed model, string modelId, uint256 version, uint256 conditions);

    /// @notice An author let an account serve a model, or no longer.
    event ProviderAllowed(string indexed model, address indexed provider, bool isAllowed);

    /// @notice A payer paid for units of a model's meters.
    event UnitsPaid(
        address indexed payer,
        string indexed model,
        uint256[] units,
        uint256[] freeUnits,
        uint256 totalWei
    );

    /// @notice A model's income grew by its share of what another earned.
    event IncomeBooked(string indexed base, string indexed model, uint256 amountWei);

    /// @notice A model's income was paid on.
    event IncomeDistributed(string indexed model, uint256 amountWei);

    /// @notice A licensed asset got its share of what a model earned; held where it cannot be paid
    /// now.
    event DataPaid(uint256 indexed asset, string indexed model, uint256 amountWei, bool isHeld);

    /// @notice What was held for an asset went to its vault, or lapsed to the treasury.
    event DataReleased(uint256 indexed asset, uint256 amountWei, bool isLapsed);

    /// @notice A model's price followed its use.
    event FactorChanged(string indexed model, uint64 sinceS, uint256 factorBps);

    /// @notice A payer put coins behind a session.
    event ChannelOpened(
        uint256 indexed channel,
        address indexed payer,
        address indexed payee,
        uint256 depositWei
    );

    /// @notice Prices and splits of a channel are fixed until its next session.
    event SessionStarted(
        uint256 indexed channel,
        uint256 epoch,
        uint64 expiresS,
        uint256[] tariffs
    );

    /// @notice A payer or a sponsor added to a channel's deposit.
    event ChannelToppedUp(uint256 indexed channel, address indexed funder, uint256 amountWei);

    /// @notice The last time to redeem has begun.
    event ChannelClosing(uint256 indexed channel, uint64 deadlineS, bool isExpired);

    /// @notice A channel is over; what was left of its deposit is the payer's again.
    event ChannelSettled(
        uint256 indexed channel,
        uint256 paidWei,
        uint256 refundedWei,
        bool isExpired
    );

    /// @notice Vouchers of one tariff were paid to one payee: what each of the channels paid.
    event Redeemed(
        string indexed model,
        address indexed payee,
        uint256 tariff,
        uint256 totalWei,
        uint256[] units,
        uint256[] channels,
        uint256[] paidWei
    );

    /// @notice One voucher of a batch was not taken; the others were not touched by it.
    event VoucherRefused(uint256 indexed channel, uint256 position, Fault fault);

    /// @notice Somebody brought a payee's vouchers in time, and was paid of what they saved.
    event WatchRewarded(uint256 indexed channel, address indexed tower, uint256 rewardWei);

    /// @notice A payer lets a key sign vouchers.
    event AgentAuthorised(
        address indexed payer,
        address indexed key,
        uint256 capWei,
        uint64 periodS,
        uint64 endsS,
        uint256[] models
    );

    /// @notice A key's vouchers count until here.
    event AgentRevoked(address indexed payer, address indexed key, uint64 endsS);

    /// @notice A provider added to its bond.
    event ProviderBonded(address indexed provider, uint256 amountWei);

    /// @notice A provider takes bond back; until then it stands behind its meters with it.
    event ProviderUnbonding(address indexed provider, uint256 amountWei, uint64 leavesS);

    /// @notice Bond went back to its provider.
    event ProviderUnbonded(address indexed provider, uint256 amountWei);

    /// @notice A payer wants to see receipts for what a lane redeemed.
    event MeterDisputed(
        uint256 indexed dispute,
        uint256 indexed channel,
        address indexed provider,
        uint256 valueWei,
        uint256 lockedWei
    );

    /// @notice The beacon said which wei must be accounted for, and until when.
    event MeterSampled(uint256 indexed dispute, bytes32 seed, uint256 samples, uint64 deadlineS);

    /// @notice A provider opened receipts; `answered` has a bit for each sample so far.
    event MeterAnswered(uint256 indexed dispute, uint256 answered);

    /// @notice A payer brought what a receipt says before a jury.
    event ReceiptDoubted(uint256 indexed dispute, uint256 sample, uint256 claim, bytes32 evidence);

    /// @notice A dispute is over; what of the provider's bond the payer got, and what is forfeited.
    event MeterResolved(
        uint256 indexed dispute,
        DisputeState state,
        uint256 refundedWei,
        uint256 forfeitedWei
    );

    /// @notice A sender put coins behind its tickets.
    event TicketsFunded(address indexed sender, uint256 amountWei);

    /// @notice A sender reserved coins for one recipient's tickets.
    event TicketsReserved(address indexed sender, address indexed recipient, uint256 amountWei);

    /// @notice A sender's coins go back then; tickets that were issued can be redeemed before.
    event TicketsUnlocking(address indexed sender, uint64 unlocksS);

    /// @notice What was behind a sender's tickets went back.
    event TicketsReturned(address indexed sender, uint256 amountWei);

    /// @notice A ticket won, and its whole face value was paid.
    event TicketRedeemed(
        address indexed sender,
        address indexed recipient,
        string indexed model,
        uint256 faceWei
    );

    /// @notice A change entered the module's audit log; `head` is the chain's hash with it.
    event AuditEntryAdded(
        uint256 indexed index,
        address indexed sender,
        uint256 indexed method,
        bytes32 dataHash,
        bytes32 head
    );

    /// @notice The entries of an epoch stand under this root from now on.
    event AuditEpochClosed(
        uint256 indexed epoch,
        bytes32 root,
        bytes32 head,
        uint256 firstIndex,
        uint256 entries
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

    /// @notice Put a model on the register as its author, with its first terms.
    ///
    /// Names are given to whoever comes first. The model is for sale once it is activated.
    function registerModel(
        string calldata modelId,
        string calldata metadataUri,
        Prices calldata prices,
        RevenueSplit calldata split
    ) external;

    /// @notice Offer a registered model for sale.
    function activateModel(string calldata modelId) external;

    /// @notice Announce that an active model will be retired; it can be paid for until then.
    function deprecateModel(string calldata modelId) external;

    /// @notice Take a deprecated model off sale, `price_notice_s` after it was deprecated.
    function retireModel(string calldata modelId) external;

    /// @notice Announce new prices from a time on; returns their version.
    ///
    /// An active model's terms change `price_notice_s` from now at the earliest, one that is not
    /// yet for sale at once.
    function schedulePrices(
        string calldata modelId,
        Prices calldata prices,
        uint64 effectiveS
    ) external returns (uint256);

    /// @notice Announce a new split from a time on, with the same notice as prices.
    function scheduleSplit(
        string calldata modelId,
        RevenueSplit calldata split,
        uint64 effectiveS
    ) external returns (uint256);

    /// @notice Withdraw the newest terms that were announced and are not yet in force.
    function cancelScheduled(string calldata modelId) external;

    /// @notice Pay for tokens read and written, at the terms and the protocol fee in force now.
    ///
    /// Send at least the charge; what is sent above it comes back. Refused above `max_total_wei`,
    /// so no change of price or fee can take more than the payer agreed to. Returns the charge.
    function payForUse(
        string calldata modelId,
        uint256 inputTokens,
        uint256 outputTokens,
        uint256 maxTotalWei,
        Referrer[] calldata referrers
    ) external payable returns (uint256);

    /// @notice Announce whole terms from a time on; returns their version. Notice is as for prices.
    ///
    /// All shares, those of bases and data included, sum to 10,000 bps. A base is older than the
    /// model. Sessions under way keep the terms they began with.
    function scheduleTerms(
        string calldata modelId,
        Prices calldata prices,
        RevenueSplit calldata split,
        Conditions calldata conditions,
        uint64 effectiveS
    ) external returns (uint256);

    /// @notice Let an account serve the caller's model in channels, or no longer in new sessions.
    function allowProvider(string calldata modelId, address provider, bool isAllowed) external;

    /// @notice Pay for units of any of a model's meters, tokens first; free units are not charged.
    ///
    /// Send at least the charge; what is sent above it comes back. Each meter's part is rounded up
    /// to the wei. Returns the charge.
    function payForUnits(
        string calldata modelId,
        uint256[] calldata units,
        uint256 maxTotalWei,
        Referrer[] calldata referrers
    ) external payable returns (uint256);

    /// @notice Pay what a model earned as a base of others on by its own split; then its bases'.
    function distribute(string calldata modelId) external returns (uint256);

    /// @notice Pay a licensed asset what was held for it; returns it, 0 where it cannot be paid
    /// yet.
    ///
    /// What no vault took for a year goes to the treasury.
    function releaseData(uint256 asset) external returns (uint256);

    /// @notice Put the coins sent behind a session with one payee; returns the channel's number.
    ///
    /// Prices, splits and the protocol fee of every model are fixed now, each at most what the
    /// terms allow, until the channel is renewed or over.
    function openChannel(SessionTerms calldata terms) external payable returns (uint256);

    /// @notice Add the coins sent to a channel's deposit, as its payer or a sponsor.
    function topUpChannel(uint256 channel) external payable;

    /// @notice Start the next session with what is left, with the other side's signed `Renewal`.
    ///
    /// The payer brings new terms; the payee can only offer those there are, at no higher price.
    /// Vouchers of the session before count no more.
    function renewChannel(
        uint256 channel,
        SessionTerms calldata terms,
        bytes calldata signature
    ) external;

    /// @notice Pay what one voucher adds to its lane; refused, with the reason, where it is not
    /// good.
    function redeem(Voucher calldata voucher, bytes calldata signature) external;

    /// @notice Pay what up to 128 vouchers add to their lanes; returns how many were taken.
    ///
    /// Each is 480 bytes: the 13 words of its voucher, then r and s of its signature, with the
    /// parity in the highest bit of s (EIP-2098). One that is not good says so in an event and
    /// touches no other.
    function redeemBatch(bytes calldata vouchers) external returns (uint256);

    /// @notice Begin to close as payer or payee: the payee has `challenge_s` to redeem its latest.
    function closeChannel(uint256 channel) external;

    /// @notice Redeem the last vouchers and close at once: both sides signed that `paid_wei` is
    /// all.
    ///
    /// A side that makes the call itself need not sign.
    function closeTogether(
        uint256 channel,
        uint256 paidWei,
        bytes calldata vouchers,
        bytes calldata payerSignature,
        bytes calldata payeeSignature
    ) external;

    /// @notice End a wait that is over, for anybody who will not wait for the chain to do it.
    function settleChannel(uint256 channel) external;

    /// @notice Let a key sign vouchers for the caller: for these models, or all, so much a period.
    function authoriseAgent(
        address key,
        uint256 capWei,
        uint64 periodS,
        string[] calldata models,
        uint64 endsS
    ) external;

    /// @notice End an agent's grant; its vouchers count for `agent_notice_s` more.
    function revokeAgent(address key) external;

    /// @notice Add the coins sent to the caller's bond.
    function bondProvider() external payable;

    /// @notice Take free bond back: it comes by itself after `bond_wait_s`, liable until then.
    function unbondProvider(uint256 amountWei) external;

    /// @notice Ask as a payer for receipts of what a lane was paid and was not asked for yet.
    ///
    /// Send `dispute_fee_wei`: the provider's if it was right. Returns the dispute's number.
    function disputeMeter(uint256 channel, uint256 lane) external payable returns (uint256);

    /// @notice Open receipts as the provider; each sample's must have charged for the sampled wei.
    function answerDispute(uint256 dispute, Opening[] calldata openings) external;

    /// @notice Bring what an opened receipt says before a jury, as the payer; returns the claim.
    ///
    /// The jury's bond is taken from what the payer deposited with the verifier.
    function doubtReceipt(
        uint256 dispute,
        uint256 sample,
        bytes32 evidence
    ) external returns (uint256);

    /// @notice Put the coins sent behind the caller's tickets; an unlock under way is off.
    function fundTickets() external payable;

    /// @notice Set coins aside that only this recipient's tickets can take.
    function reserveTickets(address recipient, uint256 amountWei) external;

    /// @notice Have everything back after `ticket_wait_s`; tickets can be redeemed until then.
    function unlockTickets() external;

    /// @notice Pay a winning ticket's whole face value, split as a payment for its model.
    function redeemTicket(
        Ticket calldata ticket,
        bytes calldata signature,
        bytes32 preimage
    ) external;

    /// @notice Return the governed parameters.
    function params() external view returns (ModelFeesParams memory);

    /// @notice Return what `pay_for_use` would charge now, and every leg of it, to the wei.
    function quote(
        string calldata modelId,
        uint256 inputTokens,
        uint256 outputTokens,
        Referrer[] calldata referrers
    ) external view returns (Quote memory);

    /// @notice Return one model with its terms in force and its use so far; refused if unknown.
    function model(string calldata modelId) external view returns (Model memory);

    /// @notice Return models in the order of registration, at most PAGE_MAX.
    function models(uint256 offset, uint256 limit) external view returns (Model[] memory);

    /// @notice Return how many models stand on the register.
    function modelCount() external view returns (uint256);

    /// @notice Return the terms that are, were or will be in force at a time, as announced so far.
    function priceAt(string calldata modelId, uint64 timeS) external view returns (Terms memory);

    /// @notice Return a model's terms, past and announced, oldest first, at most PAGE_MAX.
    function versions(
        string calldata modelId,
        uint256 offset,
        uint256 limit
    ) external view returns (Terms[] memory);

    /// @notice Return a model's use and revenue so far.
    function usage(string calldata modelId) external view returns (Usage memory);

    /// @notice Return all models' use and revenue so far.
    function usageTotal() external view returns (Usage memory);

    /// @notice Return what units would cost now, before anybody's free units, and every leg of it.
    function quoteUnits(
        string calldata modelId,
        uint256[] calldata units,
        Referrer[] calldata referrers
    ) external view returns (Quote memory);

    /// @notice Return what a session of this model that starts now pays, for each meter by name.
    function tariffNow(string calldata modelId) external view returns (Tariff memory);

    /// @notice Return a tariff that sessions were started under; refused if unknown.
    function tariff(uint256 number) external view returns (Tariff memory);

    /// @notice Return what a model's terms say now besides prices and split.
    function conditionsInForce(string calldata modelId) external view returns (Conditions memory);

    /// @notice Return the conditions that an event named.
    function conditionsNumbered(uint256 number) external view returns (Conditions memory);

    /// @notice Return a model's use in this epoch and the factor on its prices.
    function demand(string calldata modelId) external view returns (Demand memory);

    /// @notice Return the units of each meter that are free for an account in this period.
    function freeUnitsLeft(
        string calldata modelId,
        address account
    ) external view returns (uint256[] memory);

    /// @notice Return how many payments a model still takes from an account in this window.
    function requestsLeft(string calldata modelId, address account) external view returns (uint256);

    /// @notice Return what was paid for of a model on a day, counted from 1970-01-01.
    function usageOn(string calldata modelId, uint256 day) external view returns (Use memory);

    /// @notice Return what a model earned as a base of others and was not distributed yet.
    function income(string calldata modelId) external view returns (uint256);

    /// @notice Return what is held for a licensed asset until its vault takes it.
    function heldForData(uint256 asset) external view returns (uint256);

    /// @notice Return who else may serve a model, at most PAGE_MAX.
    function providersOf(
        string calldata modelId,
        uint256 offset,
        uint256 limit
    ) external view returns (address[] memory);

    /// @notice Return one channel; refused if unknown.
    function channel(uint256 number) external view returns (Channel memory);

    /// @notice Return how many channels there were; they are numbered from 1.
    function channelTotal() external view returns (uint256);

    /// @notice Return the numbers of an account's channels, oldest first, at most PAGE_MAX.
    function channelsOf(
        address payer,
        uint256 offset,
        uint256 limit
    ) external view returns (uint256[] memory);

    /// @notice Return the numbers of channels that pay an account, oldest first, at most PAGE_MAX.
    function channelsFor(
        address payee,
        uint256 offset,
        uint256 limit
    ) external view returns (uint256[] memory);

    /// @notice Return how far a lane of a channel's session is redeemed, with its receipts' root.
    function lane(uint256 channel, uint256 lane) external view returns (Lane memory);

    /// @notice Return what vouchers may take of a channel now: of its deposit, within its cap.
    function claimable(uint256 channel) external view returns (uint256);

    /// @notice Return what a payer lets a key sign for; zeros where nothing.
    function agent(address payer, address key) external view returns (Grant memory);

    /// @notice Return what a payer's agent may still sign for now.
    function agentLeft(address payer, address key) external view returns (uint256);

    /// @notice Return one dispute; refused if unknown.
    function dispute(uint256 number) external view returns (Dispute memory);

    /// @notice Return how many disputes there were; they are numbered from 1.
    function disputeTotal() external view returns (uint256);

    /// @notice Return the sampled wei of a lane's amount; none until the beacon said them.
    function disputeSamples(uint256 number) external view returns (uint256[] memory);

    /// @notice Return what a provider stands behind its meters with.
    function providerBond(address provider) external view returns (Bond memory);

    /// @notice Return what stands behind a sender's tickets.
    function ticketFund(address sender) external view returns (TicketFund memory);

    /// @notice Return what of a sender's fund only this recipient's tickets can take.
    function ticketReserve(address sender, address recipient) external view returns (uint256);

    /// @notice Return whether a ticket wins, as its recipient can tell before it serves.
    function ticketWins(
        Ticket calldata ticket,
        bytes calldata signature,
        bytes32 preimage
    ) external view returns (bool);
}
