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
        AUTHOR
    }

    /// @dev How far a model is in its life; it never goes back.
    enum ModelStatus {
        REGISTERED,
        ACTIVE,
        DEPRECATED,
        RETIRED
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

    /// @dev What the protocol takes, and how long a price must be announced.
    struct ModelFeesParams {
        uint16 protocolFeeBps;
        uint64 priceNoticeS;
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

    /// @notice The charge is above the most the payer agreed to.
    error ChargeAboveLimit(uint256 maxTotalWei, uint256 chargeWei);

    /// @notice A metadata address must be shorter than this.
    error MetadataTooLong(uint256 bytesMax, uint256 foundBytes);

    /// @notice A model of this name stands on the register.
    error ModelExists(string modelId);

    /// @notice A model's name is 1 to 64 characters of a-z, 0-9, '.', '_', '-' and '/'.
    error ModelIdInvalid(string found);

    /// @notice Only the model's author may do this.
    error NotAuthor(address author);

    /// @notice No terms wait to take effect.
    error NothingScheduled(string modelId);

    /// @notice At least one token must be paid for.
    error NothingUsed();

    /// @notice New terms may take effect at the latest here.
    error NoticeTooLong(uint64 latestS, uint64 foundS);

    /// @notice New terms may take effect from here on.
    error NoticeTooShort(uint64 earliestS, uint64 foundS);

    /// @notice Fewer coins were sent than the use costs.
    error PaymentTooSmall(uint256 chargeWei, uint256 foundWei);

    /// @notice A token may cost no more than this.
    error PriceTooHigh(uint256 maximumWei, uint256 foundWei);

    /// @notice At most 4 referrers are named, each an account, with shares that sum to 10,000 bps.
    error ReferrersInvalid(uint256 referrers, uint256 sumBps);

    /// @notice A deprecated model may be retired from here on.
    error RetiredTooSoon(uint64 earliestS);

    /// @notice The shares of a split must sum to 10,000 bps and name who provides the
    /// infrastructure.
    error SplitInvalid(uint256 sumBps);

    /// @notice A model in this status does not allow it.
    error StatusInvalid(ModelStatus status);

    /// @notice One payment covers no more tokens of a kind than this.
    error TooManyTokens(uint256 maximum, uint256 found);

    /// @notice No model has this name.
    error UnknownModel(string modelId);

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

    /// @notice An author put a model on the register.
    event ModelRegistered(
        address indexed author,
        string indexed model,
        string modelId,
        string metadataUri
    );

    /// @notice A model went on in its life.
    event ModelStatusChanged(string indexed model, string modelId, ModelStatus status);

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

    /// @notice Announced terms were withdrawn before they took effect.
    event TermsCancelled(string indexed model, string modelId, uint256 version);

    /// @notice New prices or a new split were announced.
    event TermsScheduled(string indexed model, string modelId, uint256 version, Terms terms);

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
}
