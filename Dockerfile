# syntax=docker/dockerfile:1
FROM eclipse-temurin:17-jdk AS build
WORKDIR /build
ENV LANG=C.UTF-8
COPY .mvn .mvn
COPY mvnw pom.xml ./
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -q dependency:go-offline
COPY . .
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -q package -Pserver -DskipTests \
 && java -Djarmode=tools -jar target/joint-inspection.jar extract --layers --destination layers

FROM eclipse-temurin:17-jre
ENV LANG=C.UTF-8 \
    TZ=Asia/Shanghai \
    JAVA_TOOL_OPTIONS="-Duser.timezone=Asia/Shanghai -XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError"
RUN useradd --system --uid 10001 --create-home app \
 && install -d -o app -g app /app
WORKDIR /app
# What changes least comes first, so that an update sends only the last layer.
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
COPY --chmod=755 .docker/healthcheck /usr/local/bin/healthcheck
USER app
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=6 CMD ["healthcheck"]
ENTRYPOINT ["java", "-jar", "joint-inspection.jar"]
