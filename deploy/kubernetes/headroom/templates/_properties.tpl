{{/*
A service's application.properties: what all share, what the service needs to run in a pod, and
what its operator adds, which wins. Every value that is secret is only a reference to a variable.
*/}}
{{- define "headroom.properties" -}}
{{- $values := .root.Values }}
{{- $all := dict
      "quarkus.http.host" "0.0.0.0"
      "quarkus.http.port" .port
      "kafka.bootstrap.servers" $values.kafka.bootstrapServers
      "headroom.topics.partitions" $values.topics.partitions
      "headroom.topics.replication" $values.topics.replication }}
{{- range $key, $value := $values.kafka.properties }}
{{- $_ := set $all (printf "kafka.%s" $key) $value }}
{{- end }}
{{- range $key, $_ := $values.kafka.secretProperties }}
{{- $_ := set $all (printf "kafka.%s" $key) (printf "${%s}" (include "headroom.kafkaVariable" $key)) }}
{{- end }}
{{- if .database }}
{{- with $values.postgresql }}
{{- $address := printf "postgresql://%s:%d/%s" .host (int .port) .database }}
{{- $_ := set $all "quarkus.datasource.jdbc.url" (printf "jdbc:%s" $address) }}
{{- $_ := set $all "quarkus.datasource.reactive.url" $address }}
{{- end }}
{{- end }}
{{- if and .api $values.access.issuer }}
{{- range $key, $value := $values.access }}
{{- $_ := set $all (printf "headroom.access.%s" $key) $value }}
{{- end }}
{{- end }}
{{- $all = mergeOverwrite $all .properties .values.config }}
{{- range $key, $value := $all }}
{{ $key }}={{ kindIs "float64" $value | ternary (toJson $value) (toString $value) | replace "\\" "\\\\" }}
{{- end }}
{{- end }}

{{- define "headroom.kafkaVariable" -}}
KAFKA_{{ . | upper | replace "." "_" | replace "-" "_" }}
{{- end }}

{{- define "headroom.configMap" -}}
apiVersion: v1
kind: ConfigMap
metadata:
  {{- include "headroom.metadata" . | nindent 2 }}
data:
  application.properties: |
    {{- include "headroom.properties" . | nindent 4 }}
{{- end }}
