package com.hotpotspot.command.sale;

import com.hotpotspot.command.dispatch.Landed;
import com.hotpotspot.command.receipt.ClaimCode;
import com.hotpotspot.command.receipt.ClaimCodes;
import com.hotpotspot.command.receipt.QrImage;
import com.hotpotspot.command.receipt.ReceiptLines;
import com.hotpotspot.events.sale.CheckId;
import com.hotpotspot.events.sale.CheckIssued;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the answers to tills, the only ones that hold claim codes. */
@Component
class Receipts {

    private final ClaimCodes codes;

    Receipts(ClaimCodes codes) {
        this.codes = codes;
    }

    /**
     * @param language in which it is printed
     * @param image whether the till wants the QR code as an image, since its printer cannot make one
     */
    ReceiptDocument toPrint(Landed<SaleReceipt> sale, Locale language, boolean image) {
        SaleReceipt receipt = sale.answer();
        Optional<CheckId> check = checkToTell(receipt);
        Optional<ClaimCode> code = check.map(codes::codeOf);
        Optional<String> qr = qrText(check, code);
        return ReceiptDocument.of(
                receipt,
                code.map(ClaimCode::reveal),
                qr,
                qr.filter(text -> image).map(QrImage::png),
                receipt.told() == Told.AS_VOIDED
                        ? null
                        : ReceiptLines.of(language, receipt.sale(), receipt.minted(), receipt.check(), code),
                sale.position());
    }

    /** Without the text to print: whoever sends a batch has printed by then. */
    ReceiptDocument ofBatch(Landed<SaleReceipt> sale) {
        SaleReceipt receipt = sale.answer();
        Optional<CheckId> check = checkToTell(receipt);
        Optional<ClaimCode> code = check.map(codes::codeOf);
        return ReceiptDocument.of(
                receipt, code.map(ClaimCode::reveal), qrText(check, code), Optional.empty(), null, sale.position());
    }

    private Optional<String> qrText(Optional<CheckId> check, Optional<ClaimCode> code) {
        return check.flatMap(id -> code.map(its -> codes.qrText(id, its)));
    }

    private static Optional<CheckId> checkToTell(SaleReceipt receipt) {
        return receipt.check().map(CheckIssued::check).filter(check -> receipt.told() == Told.WHOLE);
    }
}
