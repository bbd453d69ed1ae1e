{{- define "headroom.container" -}}
name: {{ .name }}
image: {{ printf "%s/%s:%s" .root.Values.image.registry .name (default .root.Chart.AppVersion .root.Values.image.tag) }}
imagePullPolicy: {{ .root.Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop: [ALL]
ports:
  - name: http
    containerPort: {{ .port }}
    protocol: TCP
  {{- with .ports }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
env:
  - name: JDK_JAVA_OPTIONS
    value: {{ .root.Values.jvmOptions | quote }}
  {{- if .database }}
  {{- with .root.Values.postgresql }}
  - name: QUARKUS_DATASOURCE_USERNAME
    valueFrom:
      secretKeyRef:
        name: {{ .existingSecret }}
        key: {{ .usernameKey }}
  - name: QUARKUS_DATASOURCE_PASSWORD
    valueFrom:
      secretKeyRef:
        name: {{ .existingSecret }}
        key: {{ .passwordKey }}
  {{- end }}
  {{- end }}
  {{- range $property, $from := .root.Values.kafka.secretProperties }}
  - name: {{ include "headroom.kafkaVariable" $property }}
    valueFrom:
      secretKeyRef:
        name: {{ $from.name }}
        key: {{ $from.key }}
  {{- end }}
  {{- with .env }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{ include "headroom.probes" . }}
{{- with .drainSeconds }}
lifecycle:
  preStop:
    # What still arrives until every node knows that we are leaving is answered, not refused.
    sleep:
      seconds: {{ . }}
{{- end }}
resources:
  {{- toYaml .values.resources | nindent 2 }}
volumeMounts:
  - name: config
    mountPath: /opt/headroom/config
    readOnly: true
  - name: tmp
    mountPath: /tmp
  {{- range $name, $_ := .root.Values.kafka.secretFiles }}
  - name: kafka-{{ $name }}
    mountPath: /etc/headroom/kafka/{{ $name }}
    readOnly: true
  {{- end }}
  {{- with .mounts }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- end }}

{{/*
Liveness asks nobody else: a lost broker, a lost database or a rebalance restarts no pod, since a
pod that is taken away while it restores never gets further.
*/}}
{{- define "headroom.probes" -}}
startupProbe:
  httpGet:
    path: /q/health/started
    port: http
  periodSeconds: 2
  timeoutSeconds: 2
  failureThreshold: 60
livenessProbe:
  httpGet:
    path: /q/health/live
    port: http
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 3
readinessProbe:
  httpGet:
    path: /q/health/ready
    port: http
  periodSeconds: 5
  timeoutSeconds: 4
  failureThreshold: 2
{{- end }}
