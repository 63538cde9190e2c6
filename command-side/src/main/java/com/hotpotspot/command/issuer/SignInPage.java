package com.hotpotspot.command.issuer;

import com.hotpotspot.access.Public;
import com.hotpotspot.command.web.PageOrigin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The one page of this side: where people say who they are before the pages of the query side open to them. */
@Controller
@IfBuiltIn
@Public
class SignInPage {

    private final PageOrigin pages;

    SignInPage(PageOrigin pages) {
        this.pages = pages;
    }

    @GetMapping(IssuerConfiguration.SIGN_IN)
    String signIn(HttpServletRequest request, HttpServletResponse response, Model model, CsrfToken csrf) {
        // Browsers ask this about the answers to the form, too, and the last of these leads back to the pages.
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; form-action 'self' %s; base-uri 'none'; frame-ancestors 'none'"
                        .formatted(pages));
        model.addAttribute("csrf", csrf);
        model.addAttribute("wrong", request.getParameter("error") != null);
        return "sign-in";
    }

    @GetMapping(IssuerConfiguration.STYLE)
    ResponseEntity<Resource> style() {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/css;charset=UTF-8"))
                .body(new ClassPathResource("sign-in.css"));
    }
}
