// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

/// @notice A payment for the use of a model as a contract makes it: prices, split, books, events.
contract ModelSale {
    struct Model {
        address author;
        address infrastructure;
        address training;
        uint64 inputPrice;
        uint64 outputPrice;
        uint16 authorBps;
        uint16 infrastructureBps;
        uint16 trainingBps;
        bool active;
        uint256 uses;
        uint256 tokens;
        uint256 income;
    }

    event ModelUsed(
        address indexed payer,
        bytes32 indexed model,
        string modelId,
        uint256 version,
        uint256 feeBps,
        uint256 inputTokens,
        uint256 outputTokens,
        uint256 total
    );
    event SplitPaid(
        bytes32 indexed model, string modelId, address indexed to, uint8 kind, uint256 amount
    );
    event CoinsPaid(address indexed to, uint256 amount, string reason);

    error Unknown(string modelId);
    error ChargeAboveLimit(uint256 limit, uint256 charge);
    error PaymentTooSmall(uint256 needed, uint256 sent);

    uint256 public constant FEE_BPS = 250;
    address public immutable treasury;
    mapping(bytes32 => Model) private _models;
    mapping(bytes32 => mapping(uint256 => uint256)) private _usesOfEpoch;
    mapping(bytes32 => mapping(address => uint256)) private _paidBy;
    uint256 public payments;
    uint256 public volume;

    constructor(address treasury_) {
        treasury = treasury_;
    }

    function register(
        string calldata modelId,
        uint64 inputPrice,
        uint64 outputPrice,
        address infrastructure,
        address training
    ) external {
        Model storage model = _models[keccak256(bytes(modelId))];
        model.author = msg.sender;
        model.infrastructure = infrastructure;
        model.training = training;
        model.inputPrice = inputPrice;
        model.outputPrice = outputPrice;
        (model.authorBps, model.infrastructureBps, model.trainingBps) = (5_000, 4_000, 1_000);
        model.active = true;
    }

    function payForUse(
        string calldata modelId,
        uint256 inputTokens,
        uint256 outputTokens,
        uint256 maxTotal
    ) external payable returns (uint256 total) {
        bytes32 key = keccak256(bytes(modelId));
        Model storage model = _models[key];
        if (!model.active) revert Unknown(modelId);
        total = inputTokens * model.inputPrice + outputTokens * model.outputPrice;
        if (total > maxTotal) revert ChargeAboveLimit(maxTotal, total);
        if (total > msg.value) revert PaymentTooSmall(total, msg.value);
        _count(model, key, inputTokens + outputTokens, total);
        _split(model, key, modelId, total);
        if (msg.value > total) _pay(msg.sender, msg.value - total, "refund");
        emit ModelUsed(
            msg.sender, key, modelId, 1, FEE_BPS, inputTokens, outputTokens, total
        );
    }

    function _count(Model storage model, bytes32 key, uint256 tokens, uint256 total) private {
        model.uses += 1;
        model.tokens += tokens;
        model.income += total;
        _usesOfEpoch[key][block.timestamp / 1 days] += 1;
        _paidBy[key][msg.sender] += total;
        payments += 1;
        volume += total;
    }

    function _split(Model storage model, bytes32 key, string calldata modelId, uint256 total)
        private
    {
        uint256 fee = total * FEE_BPS / 10_000;
        uint256 rest = total - fee;
        uint256 infrastructure = rest * model.infrastructureBps / 10_000;
        uint256 training = rest * model.trainingBps / 10_000;
        uint256 author = rest - infrastructure - training;
        _leg(key, modelId, treasury, 0, fee);
        _leg(key, modelId, model.author, 1, author);
        _leg(key, modelId, model.infrastructure, 2, infrastructure);
        _leg(key, modelId, model.training, 3, training);
    }

    function _leg(bytes32 key, string calldata modelId, address to, uint8 kind, uint256 amount)
        private
    {
        _pay(to, amount, "model_fee");
        emit SplitPaid(key, modelId, to, kind, amount);
    }

    function _pay(address to, uint256 amount, string memory reason) private {
        if (amount == 0) return;
        (bool done,) = to.call{value: amount}("");
        require(done, "not paid");
        emit CoinsPaid(to, amount, reason);
    }
}
