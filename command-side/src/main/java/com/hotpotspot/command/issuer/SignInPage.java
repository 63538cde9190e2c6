package com.hotpotspot.command.issuer;

import com.hotpotspot.access.Public;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The one page of this side: where people say who they are before the pages of the query side open to them. */
@Controller
@IfBuiltIn
@Public
class SignInPage {

    private final IssuerPages pages;

    SignInPage(IssuerPages pages) {
        this.pages = pages;
    }

    @GetMapping(IssuerConfiguration.SIGN_IN)
    void signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getParameter("done") != null && Person.signedIn().isPresent()) {
            pages.signedIn(request, response);
        } else {
            pages.signIn(request, response, HttpStatus.OK, "");
        }
    }

    @GetMapping(IssuerConfiguration.STYLE)
    ResponseEntity<Resource> style() {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/css;charset=UTF-8"))
                .body(new ClassPathResource("sign-in.css"));
    }
}
