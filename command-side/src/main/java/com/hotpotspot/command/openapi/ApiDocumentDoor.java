package com.hotpotspot.command.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.hotpotspot.access.OpenToSignedIn;
import com.hotpotspot.answer.GeneralCode;
import com.hotpotspot.openapi.MappedDoor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.SpringDocCustomizers;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.SpringDocProviders;
import org.springdoc.core.service.AbstractRequestService;
import org.springdoc.core.service.GenericResponseService;
import org.springdoc.core.service.OpenAPIService;
import org.springdoc.core.service.OperationService;
import org.springdoc.webmvc.api.OpenApiResource;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Gives out the document of this side's interface. It is in the place of springdoc's own door, which declares no roles,
 * names the port it was asked at and has a second form (YAML).
 */
@RestController
class ApiDocumentDoor extends OpenApiResource {

    private final ObjectProvider<RequestMappingHandlerMapping> mapping;
    private byte @Nullable [] document;

    ApiDocumentDoor(
            ObjectFactory<OpenAPIService> service,
            AbstractRequestService requests,
            GenericResponseService responses,
            OperationService operations,
            SpringDocConfigProperties properties,
            SpringDocProviders providers,
            SpringDocCustomizers customizers,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping) {
        super(service, requests, responses, operations, properties, providers, customizers);
        this.mapping = mapping;
    }

    @GetMapping("/v3/api-docs")
    @Operation(operationId = "apiDocument", summary = "This document")
    @ApiResponse(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = "object", description = "The document (OpenAPI 3.1).")))
    @GeneralCode.Refused(GeneralCode.NOT_READY)
    @OpenToSignedIn
    ResponseEntity<byte[]> document() throws JsonProcessingException {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(madeOnce());
    }

    /** It takes about a second, which a start has better uses for, and then stays what it is. */
    private synchronized byte[] madeOnce() throws JsonProcessingException {
        if (document == null) {
            document = writeJsonValue(CommandSideDocument.of(doors()).whole());
        }
        return document;
    }

    private List<MappedDoor> doors() {
        return mapping.getObject().getHandlerMethods().entrySet().stream()
                .flatMap(ApiDocumentDoor::doors)
                .toList();
    }

    private static Stream<MappedDoor> doors(Map.Entry<RequestMappingInfo, HandlerMethod> mapped) {
        HandlerMethod method = mapped.getValue();
        return mapped.getKey().getMethodsCondition().getMethods().stream()
                .flatMap(verb -> mapped.getKey().getPatternValues().stream()
                        .map(path -> new MappedDoor(
                                verb.name(), path, method.getMethod(), method.getBeanType(), body(method))));
    }

    private static @Nullable Type body(HandlerMethod method) {
        return Stream.of(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .map(MethodParameter::getGenericParameterType)
                .findFirst()
                .orElse(null);
    }

    /** Wherever the document was asked for. */
    @Override
    protected String getServerUrl(HttpServletRequest request, String documentPath) {
        return "/";
    }
}
