"""The encoder e5 as the parameters of transformers' BertModel."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from align.encoders.e5_file import E5

_PART = {  # a tensor of the file -> a parameter of BertModel
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


def bert_state(model: E5, numbers: list[int]) -> dict[str, NDArray[np.float32]]:
    """The parameters by name, the vocabulary cut down to the pieces with these numbers."""
    state = {
        "embeddings.word_embeddings.weight": model.words(numbers),
        "embeddings.position_embeddings.weight": model.positions,
        "embeddings.token_type_embeddings.weight": model.types,
        "embeddings.LayerNorm.weight": model.tensors["emb.ln.w"],
        "embeddings.LayerNorm.bias": model.tensors["emb.ln.b"],
    }
    for layer in range(model.sizes["layers"]):
        for part, parameter in _PART.items():
            name, target = f"l{layer}.{part}", f"encoder.layer.{layer}.{parameter}"
            state[f"{target}.weight"] = model.weights(f"{name}.w")
            state[f"{target}.bias"] = model.tensors[f"{name}.b"]
    return state
