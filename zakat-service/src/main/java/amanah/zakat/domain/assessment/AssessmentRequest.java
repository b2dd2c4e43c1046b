package amanah.zakat.domain.assessment;

import amanah.id.AssessmentId;
import amanah.id.DonorId;
import amanah.zakat.domain.question.FullQuestion;

/** Assess this donor's zakat by this question, and keep the answer for ever. */
public record AssessmentRequest(
    AssessmentId assessmentId, DonorId donorId, FullQuestion question) {}
