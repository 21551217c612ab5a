"""The teacher as an ONNX file with 8-bit weights, for onnxruntime."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from align.encoders.e5_file import PAD
from training.arabic_names.teacher import Scorer, Teacher


class _Scores(nn.Module):
    """Piece numbers and their mask -> scores of tags, from the first corpus's layer."""

    def __init__(self, teacher: Teacher) -> None:
        super().__init__()
        self.teacher = teacher

    def forward(self, numbers: Tensor, mask: Tensor) -> Tensor:
        hidden = self.teacher.encoder(numbers, attention_mask=mask).last_hidden_state
        scores: Tensor = self.teacher.tags[0](hidden)
        return scores


def export(teacher: Teacher, out: Path) -> Path:
    """Write the teacher with its weights as 8-bit integers; its pieces are those it was trained with."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    plain = out.with_suffix(".float.onnx")
    teacher = teacher.eval()
    teacher.encoder.set_attn_implementation("eager")
    numbers = torch.full((2, 9), 5)
    torch.onnx.export(
        _Scores(teacher).eval(),
        (numbers, torch.ones_like(numbers)),
        str(plain),
        input_names=["numbers", "mask"],
        output_names=["scores"],
        dynamic_axes={name: {0: "sentences", 1: "pieces"} for name in ("numbers", "mask", "scores")},
        opset_version=17,
        dynamo=False,
    )
    teacher.encoder.set_attn_implementation("sdpa")
    kinds = ["MatMul", "Gemm", "Gather"]
    quantize_dynamic(str(plain), str(out), per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=kinds)
    plain.unlink()
    return out


def scorer(path: Path) -> Scorer:
    """The exported teacher, to label with."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def scores(numbers: Tensor) -> NDArray[np.float32]:
        matrix = numbers.numpy()
        found: NDArray[np.float32] = session.run(None, {"numbers": matrix, "mask": (matrix != PAD).astype(np.int64)})[0]
        return found

    return scores
